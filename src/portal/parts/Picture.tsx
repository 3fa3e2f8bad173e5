import type { ReactElement } from 'react'
import type { ReleasedFile } from './releasedFile.ts'

/** A picture in the size the screen needs, its place kept free while it loads. */
export const Picture = (props: {
  file: ReleasedFile
  /** How wide it is shown, as `sizes` of an image. */
  sizes: string
  /** Beside a link of the same words the picture says nothing new. */
  isDecoration?: boolean
  /** The first picture of a page is not put off. */
  isFirst?: boolean
}): ReactElement => {
  const { file } = props
  const smallest = file.sizes[0] ?? file
  const set = file.sizes.map((one) => `${one.url} ${one.width}w`).join(', ')
  return (
    <img
      src={smallest.url}
      {...(file.sizes.length > 1 ? { srcSet: set, sizes: props.sizes } : {})}
      {...(file.width > 0 ? { width: file.width, height: file.height } : {})}
      alt={props.isDecoration ? '' : file.alt}
      decoding="async"
      {...(props.isFirst ? { fetchPriority: 'high' as const } : { loading: 'lazy' as const })}
    />
  )
}
