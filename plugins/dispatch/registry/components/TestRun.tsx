'use client'
import { useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { ActButton } from '#kit/admin/ActButton.tsx'
import type { TestRow } from '../connection/readTests.ts'
import { testSteps } from '../connection/steps.ts'
import { registryWords } from '../registryWords.ts'
import { testWords } from './testWords.ts'
import { StepTable } from './StepTable.tsx'
import './registry.css'

const POLL_MS = 1000

/** The newest test of a device, step by step while it runs, and the way to begin one. */
export const TestRun = (props: {
  deviceId: number
  tests: readonly TestRow[]
  mayTest: boolean
  isNext: boolean
}) => {
  const { deviceId, mayTest } = props
  const { language } = useTranslation().i18n
  const words = registryWords(language)
  const said = testWords(language)
  const router = useRouter()
  const [polled, setPolled] = useState<readonly TestRow[]>()
  const [isWatching, setIsWatching] = useState(false)
  const tests = polled ?? props.tests
  const [newest] = tests
  const isRunning = isWatching || (newest !== undefined && newest.endedAt === null)

  useEffect(() => {
    if (!isRunning) return undefined
    const look = async () => {
      const answer = await fetch(`/api/dispatch/devices/${deviceId}/tests`, {
        credentials: 'include',
        headers: { 'accept-language': language },
      }).catch(() => undefined) // the next look may find the server again
      if (!answer?.ok) return
      const { tests: read } = (await answer.json()) as { tests: TestRow[] }
      setPolled(read)
      if (read[0]?.endedAt === null) return
      setIsWatching(false)
      router.refresh()
    }
    const timer = setInterval(() => void look(), POLL_MS)
    return () => clearInterval(timer)
  }, [deviceId, isRunning, language, router])

  const running =
    newest?.endedAt === null ? testSteps[Math.min(newest.steps.length, testSteps.length - 1)] : null
  return (
    <div>
      <div aria-live="polite">
        {running ? (
          <p className="coloa-attention">
            {fill(said.testRunning, { step: said[`step_${running}`] })}
          </p>
        ) : null}
      </div>
      {mayTest && !isRunning ? (
        <div className="coloa-acts">
          <ActButton
            done={said.testStarted}
            isPrimary={props.isNext}
            label={newest ? said.testAgain : said.testStart}
            onDone={() => setIsWatching(true)}
            path={`/dispatch/devices/${deviceId}/test`}
          />
        </div>
      ) : null}
      {newest ? (
        <StepTable language={language} test={newest} words={words} />
      ) : (
        <p>{said.testNone}</p>
      )}
      {tests.slice(1).map((one) => (
        <details key={one.id}>
          <summary>
            {words[`outcome_${one.outcome ?? 'running'}`]} · {momentText(one.startedAt, language)}
          </summary>
          <StepTable language={language} test={one} words={words} />
        </details>
      ))}
    </div>
  )
}
