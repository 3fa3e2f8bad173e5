'use client'

/** Something that is meant, or not. */
export const CheckField = (props: { name: string; label: string }) => (
  <label className="coloa-check">
    <input name={props.name} type="checkbox" value="yes" />
    {props.label}
  </label>
)
