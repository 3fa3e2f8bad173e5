'use client'
import { useEffect, useState } from 'react'
import { postJson } from '#kit/admin/postJson.ts'
import type { PanelInput } from '../../forms/panel/input.ts'
import type { Reached } from '../issue/readReach.ts'

/** Typing rests this long before boards are drawn. */
const REST_MS = 900

/** The pages of one size of boards, as addresses of pictures. */
export type BoardPages = Reached['screens'][number] & { pages: string[] }

/** The pictures boards of these sizes show, drawn by the server once typing rests; empty while there are none. */
export const useBoards = (input: PanelInput, screens: Reached['screens']): BoardPages[] => {
  const [drawn, setDrawn] = useState<{ asked: string; boards: BoardPages[] }>()
  const asked = JSON.stringify([input.title, input.text, input.messageKind, input.site, screens])
  useEffect(() => {
    let isOld = false
    const draw = async () => {
      const [title, text, messageKind, site, sizes] = JSON.parse(asked) as [
        string,
        string,
        string,
        number | null,
        Reached['screens'],
      ]
      if (title.trim() === '') return
      const boards: BoardPages[] = []
      for (const size of sizes) {
        const { width, height } = size
        const body = { title, text, messageKind, site, width, height, priority: 'emergency' }
        const answer = await postJson<BoardPages>('/dispatch/forms/screens', body, QUIET)
        if (isOld) return
        if (answer.ok) boards.push({ ...size, ...answer.value })
      }
      setDrawn({ asked, boards })
    }
    const timer = setTimeout(() => void draw(), REST_MS)
    return () => {
      isOld = true
      clearTimeout(timer)
    }
  }, [asked])
  return drawn?.asked === asked ? drawn.boards : []
}

/** Where nothing is drawn the plain pages stay; nothing is said. */
const QUIET = { language: 'vi', failed: '', offline: '' }
