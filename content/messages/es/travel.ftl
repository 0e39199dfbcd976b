### Cambio de reloj, y otras horas en algunos días.
### Review state: machine-drafted, not signed by any clinician.

travel-ask =
    En { $zone } son ahora las { $time }. Hasta ahora tus rutinas siguen el reloj de { $home }. ¿Qué hago con ellas?
travel-ask-move = <b>Moverlas contigo:</b> las mismas horas en el reloj de allí. Lo próximo de cada día es el { $next }; después, a tus horas de siempre. Nunca hay dos demasiado juntos.
travel-ask-keep = <b>Mantener las horas de casa:</b> va bien en un viaje corto. Lo próximo de cada día es el { $next } allí, que es tu hora de siempre en casa.
travel-nothing-yet = Nada cambia hasta que elijas.
travel-button-move = Moverlas conmigo
travel-button-keep = Mantener horas de casa
travel-kept = Guardado: son las { $time } en { $zone }. Tus rutinas siguen el reloj de { $home }; las horas de silencio van con el lugar donde estás. Cuando vuelvas, dímelo con /timezone.
travel-home = Las rutinas siguen el reloj de: { $home }

routine-button-meals = Otras horas algunos días
meal-title = <b>Otras horas algunos días</b>
meal-usual = Normalmente: { $times }
meal-line = { $number }. { $days }: { $times }
meal-short = { $days }: { $times }
meal-dates = del { $first } al { $last }
meal-none = Si algunos días comes a otras horas, los fines de semana o en semanas de ayuno, las horas pueden seguirte. Cuántas veces queda como en tu etiqueta.
meal-saved = Guardado.
meal-button-days = Días de la semana
meal-button-dates = Del … al …
meal-button-these = Estos días
meal-button-remove = ✕ { $number }
meal-ask-days = ¿Qué días de la semana es a otras horas?
meal-ask-first = ¿Desde qué fecha? Escríbela como 2027-02-18.
meal-ask-last = Desde el { $first }, ¿hasta qué fecha? Después vuelven tus horas de siempre.
meal-ask-times = { $count ->
    [one] ¿A qué hora? Escríbela como 9:30.
   *[other] ¿A qué { $count } horas? Escríbelas como 4:45 y 19:10.
}
meal-date-unclear = No pude leerlo como una fecha que encaje, así que nada ha cambiado. Escríbela como 2027-02-18.
