### Lo que muestra una pantalla bloqueada: ni el medicamento ni palabras de salud.
### Review state: machine-drafted, not signed by any clinician.

lock-cover = <b>Hay un mensaje para ti.</b> Por favor, ábrelo donde nadie más lo lea contigo en la pantalla.
item-dose-clear = Tu isotretinoína, con comida
settings-button-discreet-on = ✓ Palabras neutras en la pantalla bloqueada
settings-button-discreet-off = ▫️ Palabras neutras en la pantalla bloqueada
settings-discreet-on = Guardado. Lo que llega por sí solo empieza con palabras neutras. Solo cuando te pido que busques ayuda enseguida hablo con claridad.
settings-discreet-off = Guardado. Desde ahora los recordatorios nombran el medicamento, y puede verse en tu pantalla bloqueada.
