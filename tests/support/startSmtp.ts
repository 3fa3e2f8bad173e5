import { simpleParser } from 'mailparser'
import type { ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** A real SMTP server that keeps what it is sent. */
export type TestSmtp = {
  url: string
  mails: ParsedMail[]
  /** Whom it takes nothing for: the answer it gives, such as `550 5.1.1 No such user`; set by tests. */
  refuse: (email: string) => string | undefined
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
    onRcptTo: (address, _session, done) => {
      const answer = smtp.refuse(address.address)
      if (!answer) return done()
      return done(
        Object.assign(new Error(answer.slice(4)), { responseCode: Number(answer.slice(0, 3)) }),
      )
    },
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
  const smtp: TestSmtp = {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuse: () => undefined,
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
  return smtp
}
