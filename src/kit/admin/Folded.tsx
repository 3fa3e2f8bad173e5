'use client'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'

/** What stands behind one line until it is asked for; open in print. */
export const Folded = (props: { summary: string; children: ReactNode }) => {
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const open = () => details.current?.setAttribute('open', '')
    globalThis.addEventListener('beforeprint', open)
    return () => globalThis.removeEventListener('beforeprint', open)
  }, [])
  return (
    <details className="coloa-fold" ref={details}>
      <summary>{props.summary}</summary>
      {props.children}
    </details>
  )
}
