import { simpleParser } from 'mailparser'
import type { ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** A real SMTP server that keeps what it is sent. */
export type TestSmtp = {
  url: string
  mails: ParsedMail[]
  /** Resolves when `count` mails have arrived. */
  arrived: (count: number, withinMs?: number) => Promise<ParsedMail[]>
  stop: () => Promise<void>
}

/** Starts the server on a free port of the loopback address. */
export const startSmtp = async (): Promise<TestSmtp> => {
  const mails: ParsedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 500,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      simpleParser(stream, (error, mail) => {
        if (!error) mails.push(mail)
        done(error)
      })
    },
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    arrived: async (count, withinMs = 15_000) => {
      for (const end = Date.now() + withinMs; mails.length < count && Date.now() < end;) {
        await new Promise((resolve) => {
          setTimeout(resolve, 50)
        })
      }
      return mails
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
      }),
  }
}
