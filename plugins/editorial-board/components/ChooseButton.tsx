'use client'
import { useEffect, useRef, useState } from 'react'

/** Below a list that can be chosen from: chooses all, tells how many are chosen, and leads on. Works as a plain button, too. */
export const ChooseButton = (props: { label: string; allLabel: string; hint: string }) => {
  const root = useRef<HTMLDivElement>(null)
  const [count, setCount] = useState<number>()
  const boxes = () => [
    ...(root.current?.closest('form')?.querySelectorAll<HTMLInputElement>('input[name=id]') ?? []),
  ]
  useEffect(() => {
    const form = root.current?.closest('form')
    const tell = () => setCount(boxes().filter((one) => one.checked).length)
    tell()
    form?.addEventListener('change', tell)
    return () => form?.removeEventListener('change', tell)
  }, [])
  const chooseAll = (isChosen: boolean) => {
    for (const box of boxes()) box.checked = isChosen
    setCount(boxes().filter((one) => one.checked).length)
  }
  return (
    <div className="coloa-choose-bar" ref={root}>
      <label className="coloa-check">
        <input onChange={(event) => chooseAll(event.target.checked)} type="checkbox" />
        {props.allLabel}
      </label>
      <button className="coloa-primary" disabled={count === 0} type="submit">
        {count ? `${props.label} (${count})` : props.label}
      </button>
      <small>{props.hint}</small>
    </div>
  )
}
