'use client'
import { useId } from 'react'

/** A time of the day, HH:MM. */
export const TimeField = (props: { name: string; label: string; value?: string }) => {
  const id = useId()
  return (
    <div className="coloa-field">
      <label htmlFor={id}>{props.label}</label>
      <input defaultValue={props.value ?? ''} id={id} name={props.name} required type="time" />
    </div>
  )
}
