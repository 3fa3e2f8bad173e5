'use client'
import { useId } from 'react'
import type { ReactNode } from 'react'

/** What a field carries so that its hint and what is wrong with it are heard with it. */
export type FieldParts = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

/** A labelled field with its hint and, below it, what is wrong with it. */
export const FaultyField = (props: {
  label: string
  hint?: string
  fault: string | undefined
  children: (parts: FieldParts) => ReactNode
}) => {
  const id = useId()
  const { hint, fault } = props
  const described = [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ')
  return (
    <div className="coloa-field">
      <label htmlFor={id}>{props.label}</label>
      {hint ? <small id={`${id}-hint`}>{hint}</small> : null}
      {props.children({
        id,
        ...(described ? { 'aria-describedby': described } : {}),
        ...(fault ? { 'aria-invalid': true } : {}),
      })}
      {fault ? (
        <div className="coloa-problem" id={`${id}-fault`} role="alert">
          <p>{fault}</p>
        </div>
      ) : null}
    </div>
  )
}
