/** A fault that the person at the keyboard can mend: only its sentence is shown. */
export class StartError extends Error {}
