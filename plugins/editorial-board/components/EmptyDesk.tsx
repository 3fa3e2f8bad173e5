/** What stands where a list is empty: that it is, and how something comes into it. */
export const EmptyDesk = ({ text, hint }: { text: string; hint: string }) => (
  <div className="coloa-empty">
    <p>{text}</p>
    <p>{hint}</p>
  </div>
)
