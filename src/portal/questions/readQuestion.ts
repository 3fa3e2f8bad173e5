import { z } from 'zod'

/** What the form holds, as it was typed. */
export type Typed = Record<
  'subject' | 'text' | 'name' | 'email' | 'phone' | 'consent' | 'website' | 'token',
  string
>

/** A field that may be wrong. */
export type FieldName = keyof Typed

/** What may be wrong: a field, or that too many questions came from one address. */
export type ProblemName = FieldName | 'often'

const line = (min: number, max: number) =>
  z
    .string()
    .trim()
    .transform((text) => text.normalize('NFC'))
    .pipe(z.string().min(min).max(max))

const shape = z.object({
  subject: line(5, 200),
  text: line(20, 10_000),
  name: line(1, 120),
  email: z
    .string()
    .trim()
    .max(200)
    .pipe(z.union([z.literal(''), z.email()])),
  phone: z
    .string()
    .trim()
    .regex(/^[0-9 +().-]{0,30}$/),
  consent: z.literal('yes'),
  website: z.literal(''),
})

/** A question that may be stored. */
export type Question = z.infer<typeof shape>

/** Everything that was typed, and what is wrong with it. */
export const readQuestion = (
  form: URLSearchParams,
): { typed: Typed; question?: Question; wrong: FieldName[] } => {
  const typed = Object.fromEntries(
    ['subject', 'text', 'name', 'email', 'phone', 'consent', 'website', 'token'].map((name) => [
      name,
      (form.get(name) ?? '').replaceAll('\r\n', '\n'),
    ]),
  ) as Typed
  const parsed = shape.safeParse(typed)
  if (parsed.success) return { typed, question: parsed.data, wrong: [] }
  const wrong = new Set(parsed.error.issues.map((issue) => String(issue.path[0]) as FieldName))
  return { typed, wrong: [...wrong] }
}
