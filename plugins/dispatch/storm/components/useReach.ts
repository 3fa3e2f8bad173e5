'use client'
import { useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { postJson } from '#kit/admin/postJson.ts'
import type { Reached } from '../issue/readReach.ts'
import { stormWords } from '../stormWords.ts'

const PAUSE_MS = 200

/** Whom the choice reaches, asked a moment after it changed; undefined until the answer is there. */
export const useReach = (
  areas: readonly string[],
  groups: readonly string[],
): Reached | undefined => {
  const { i18n } = useTranslation()
  const [reach, setReach] = useState<Reached>()
  const asked = JSON.stringify({ areas, groups })
  useEffect(() => {
    let isOld = false
    setReach(undefined)
    const { language } = i18n
    const { failed, offline } = stormWords(language)
    const ask = async () => {
      const body = JSON.parse(asked) as { areas: string[]; groups: string[] }
      if (body.areas.length + body.groups.length === 0) return
      const answer = await postJson<Reached>('/dispatch/storm/reach', body, {
        language,
        failed,
        offline,
      })
      if (!isOld && answer.ok) setReach(answer.value)
    }
    const timer = setTimeout(() => void ask(), PAUSE_MS)
    return () => {
      isOld = true
      clearTimeout(timer)
    }
  }, [asked, i18n])
  return reach
}
