### El enlace de una clínica: qué cambia y cómo salir.
### Review state: machine-drafted, not signed by any clinician.

clinic-asked =
    <b>{ $name }</b> te ha enviado aquí.

    Si aceptas, esto es lo que cambia:
clinic-number = • Cuando debas llamar a un médico, te muestro su número: { $phone }
clinic-team = • Si también aceptas eso: cuando te pida que busques ayuda, { $name } recibe un número de caso y lo urgente que es. Nunca tu nombre ni nada de lo que escribes. Eso no quiere decir que alguien esté mirando: por favor, llama tú.
clinic-never = { $name } no recibe nada más de mí: ni respuestas, ni listas de pacientes, ni informes. Puedes salir cuando quieras con /doctor.
clinic-instead = Ocupa el lugar de la clínica que tienes ahora.
clinic-button-team = Aceptar y avisar al equipo
clinic-button-number = Solo su número
clinic-button-no = No, gracias
clinic-joined = Guardado. A { $name } no se le dice nada; su número está en /doctor.
clinic-joined-team = Guardado. Cuando te pida que busques ayuda, { $name } recibe un número de caso y lo urgente que es. /doctor lo muestra y lo termina.
clinic-then-start = Ahora viene una configuración corta: /start
clinic-declined = De acuerdo. Nada ha cambiado. /start configura todo sin una clínica.
clinic-no-link = Este enlace ya no sirve. Por favor, pide uno nuevo a tu clínica. /start funciona sin él.
clinic-already = Ya perteneces a { $name }. /doctor lo muestra.
clinic-line = Tu clínica: { $name }, { $phone }
clinic-line-no-phone = Tu clínica: { $name }
clinic-button-leave = Salir de la clínica
clinic-leave-ask = ¿Salir de { $name }? Su número desaparece de aquí y a su equipo ya no se le avisa de nada. Tus rutinas y registros se quedan.
clinic-button-leave-yes = Sí, salir
clinic-left = Has salido de { $name }. Desde ahora a su equipo no se le dice nada.
clinic-revoked = La clínica cuyo enlace usaste ya no forma parte de esto. Su número ya no está aquí, y a nadie de allí se le avisa de nada. /settings y /doctor muestran lo que vale ahora.
