### Imágenes, el informe para la visita y archivos. Palabras neutras donde pueda verlas una pantalla bloqueada.
### Review state: machine-drafted, not signed by a clinician.

drawing-failed = Ahora mismo no he podido prepararlo. No se ha perdido nada tuyo. Vuelve a pedirlo dentro de unos minutos.
