'use client'
import { toast, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { fill } from '#domain/text/fill.ts'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import { momentText } from '#kit/admin/momentText.ts'
import type { Placed } from '../threads/placeThreads.ts'
import { threadWordsOf } from '../threads/words.ts'
import type { ThreadWords } from '../threads/words.ts'
import { CommentForm } from './CommentForm.tsx'
import { postToBoard } from './postToBoard.ts'

/** What was said about a field, with a reply and the mark that it is done. */
export const ThreadView = ({ thread, isNamed }: { thread: Placed; isNamed?: boolean }) => {
  const { i18n } = useTranslation()
  const words = threadWordsOf(i18n.language)
  const router = useRouter()
  const root = useRef<HTMLElement>(null)
  const [isReplying, setIsReplying] = useState(false)
  const [isBusy, setIsBusy] = useState(false)

  const post = async (verb: string, body: unknown, done: string): Promise<string[]> => {
    const texts = { ...words, language: i18n.language }
    const answer = await postToBoard(`/threads/${thread.id}/${verb}`, body, texts)
    if (!answer.ok) return answer.messages
    toast.success(done)
    router.refresh()
    root.current?.focus()
    return []
  }
  const mark = async (verb: 'resolve' | 'reopen', done: string) => {
    setIsBusy(true)
    const problems = await post(verb, {}, done)
    setIsBusy(false)
    if (problems.length === 0) return
    toast.error(problems.join('\n'))
    router.refresh() // somebody else was faster: show what is so now
  }

  return (
    <article
      aria-label={fill(words.commentOn, { field: thread.fieldLabel })}
      className={thread.isOpen ? 'coloa-thread' : 'coloa-thread coloa-thread-done'}
      id={`thread-${thread.id}`}
      ref={root}
      tabIndex={-1}
    >
      {isNamed ? <h3>{thread.fieldLabel}</h3> : null}
      {thread.isOpen && thread.isCarried ? <small>{words.carried}</small> : null}
      {thread.quote ? <blockquote className="coloa-passage">{thread.quote}</blockquote> : null}
      {thread.quote && thread.isQuoteGone ? <small>{words.quoteGone}</small> : null}
      <Said language={i18n.language} thread={thread} words={words} />
      {isReplying ? (
        <CommentForm
          label={words.yourReply}
          onClose={() => setIsReplying(false)}
          onSend={(text) => post('comments', { text }, words.replied)}
          sendLabel={words.sendReply}
        />
      ) : (
        <div className="coloa-buttons">
          {thread.isOpen ? (
            <LiveButton
              buttonStyle="secondary"
              onClick={() => setIsReplying(true)}
              size="small"
              type="button"
            >
              {words.reply}
            </LiveButton>
          ) : null}
          <LiveButton
            buttonStyle="secondary"
            disabled={isBusy}
            onClick={() =>
              void (thread.isOpen
                ? mark('resolve', words.resolved)
                : mark('reopen', words.reopened))
            }
            size="small"
            type="button"
          >
            {thread.isOpen ? words.resolve : words.reopen}
          </LiveButton>
        </div>
      )}
    </article>
  )
}

type Line = { at: string; head: string; body?: string }

/** Comments and marks in the order of time. */
const Said = ({
  thread,
  words,
  language,
}: {
  thread: Placed
  words: ThreadWords
  language: string
}) => {
  const lines: Line[] = [
    ...thread.comments.map((one) => ({
      at: one.at,
      head: `${one.authorName ?? words.somebody} · ${momentText(one.at, language)}`,
      body: one.body,
    })),
    ...thread.acts.map((one) => ({
      at: one.at,
      head: fill(one.act === 'resolve' ? words.resolvedBy : words.reopenedBy, {
        name: one.actorName ?? words.somebody,
        at: momentText(one.at, language),
      }),
    })),
  ].sort((a, b) => a.at.localeCompare(b.at))
  return (
    <ol>
      {lines.map((line) => (
        <li key={`${line.at}${line.head}`}>
          <small>{line.head}</small>
          {line.body ? <p>{line.body}</p> : null}
        </li>
      ))}
    </ol>
  )
}
