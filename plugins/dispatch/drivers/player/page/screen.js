import { fontSizeOf, pagesOf } from './pages.js'
import { PAGE_MS, PICTURE_MS } from './programme.js'
import { keptFile } from './media.js'
import { createTicker, tickerOf } from './ticker.js'
import { sha256 } from './verify.js'

const FAMILY = '"Be Vietnam Pro", "Noto Sans", sans-serif'
/** A film that stands still so long is given up. */
const STALLED_MS = 10_000

const colours = {
  emergency: { text: '#FFD400', mark: '#FFFFFF' },
  programme: { text: '#FFFFFF', mark: '#BFD4EA' },
  idle: { text: '#8A94A0', mark: '#8A94A0' },
}

const moment = new Intl.DateTimeFormat('vi-VN', {
  hour: '2-digit',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Asia/Ho_Chi_Minh',
})

/** `06:30 01/12`. */
const momentText = (at) => {
  const { hour, minute, day, month } = Object.fromEntries(
    moment.formatToParts(at).map(({ type, value }) => [type, value]),
  )
  return `${hour}:${minute} ${day}/${month}`
}

/**
 * Draws on the board's canvas, which has the board's own pixels.
 *
 * @param {HTMLCanvasElement} canvas
 */
export const openScreen = (canvas) => {
  const context = canvas.getContext('2d', { willReadFrequently: true })
  const fit = () => {
    canvas.width = Math.round(window.innerWidth * devicePixelRatio)
    canvas.height = Math.round(window.innerHeight * devicePixelRatio)
  }
  fit()
  window.addEventListener('resize', fit)

  const clear = () => {
    context.fillStyle = '#000'
    context.fillRect(0, 0, canvas.width, canvas.height)
  }
  const write = (text, { x, y, size, colour, align = 'left', width }) => {
    context.font = `700 ${size}px ${FAMILY}`
    context.fillStyle = colour
    context.textAlign = align
    context.textBaseline = 'alphabetic'
    context.fillText(text, x, y, width)
  }
  /** Capitals of a fifteenth of the board. */
  const smallSize = () => Math.ceil(canvas.height / 15 / 0.7)
  const margin = () => Math.round(canvas.width * 0.03)
  const lineWidth = () => canvas.width - 2 * margin()

  /** The issuing body and the time of issue stand on every page. */
  const header = (item, mode) => {
    const size = smallSize()
    const mark =
      item.kind === 'exercise' ? 'DIỄN TẬP · ' : mode === 'emergency' ? 'KHẨN CẤP · ' : ''
    const text = `${mark}${item.issuer} · ${momentText(new Date(item.issuedAt))}`
    const y = Math.round(size * 1.45) // marks stand above capitals: Ẩ
    write(text, { x: margin(), y, size, colour: colours[mode].mark, width: lineWidth() })
  }
  const page = (item, mode, lines) => {
    clear()
    header(item, mode)
    const size = fontSizeOf(canvas)
    const step = size * 1.4
    let y = canvas.height * 0.5 + size * 0.35 - ((lines.length - 1) * step) / 2 + size * 0.3
    for (const line of lines) {
      const place = { x: canvas.width / 2, y, size, align: 'center', width: lineWidth() }
      write(line, { ...place, colour: colours[mode].text })
      y += step
    }
    canvas.setAttribute('aria-label', lines.join(' '))
  }
  const pagesFor = (item) => {
    context.font = `700 ${fontSizeOf(canvas)}px ${FAMILY}`
    const measure = (line) => context.measureText(line).width
    return pagesOf(`${item.title}\n${item.text}`, { width: lineWidth(), measure })
  }
  /** A picture or a frame, whole, below its issuer and above the texts of `read`, which run. */
  const picture = (source, width, height, { item, mode, read }) => {
    clear()
    header(item, mode)
    const size = smallSize()
    const top = Math.ceil(size * 1.8)
    const room = canvas.height - top - (read.length > 0 ? Math.ceil(size * 1.7) : 0)
    const scale = Math.min(canvas.width / width, room / height)
    const [w, h] = [width * scale, height * scale]
    context.drawImage(source, (canvas.width - w) / 2, top + (room - h) / 2, w, h)
    if (read.length > 0) run(tickerOf(read))
    canvas.setAttribute('aria-label', [item, ...read].map(({ title }) => title).join('. '))
  }
  const ticker = createTicker()
  const run = (text) => {
    const size = smallSize()
    context.font = `700 ${size}px ${FAMILY}`
    const { width: length } = context.measureText(text)
    const x = ticker.placeOf(text, { now: performance.now(), width: canvas.width, length, size })
    write(text, { x, y: canvas.height - size * 0.45, size, colour: colours.programme.text })
  }
  const idle = (name, now) => {
    clear()
    const size = fontSizeOf(canvas) * 0.7
    const place = { x: canvas.width / 2, size, align: 'center', colour: colours.idle.text }
    write(momentText(new Date(now)), { ...place, y: canvas.height / 2 + size * 0.35 })
    canvas.setAttribute('aria-label', `${name}: không có bản tin`)
  }
  /** What stands on the board, as a hash of its pixels. */
  const proof = async () => {
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
    return { canvas: await sha256(data), width: canvas.width, height: canvas.height }
  }
  return {
    page,
    pagesFor,
    picture,
    idle,
    proof,
    isReadThrough: (items) => ticker.isThrough(tickerOf(items)),
  }
}

/**
 * Shows one slide until its time is over or `isOver` says that something else is to be shown.
 *
 * @param {ReturnType<typeof openScreen>} screen
 * @param {object} slide
 * @param {{ mode: string, read: object[], isOver: () => boolean, onProof: (proof: object) => void,
 *   onInstead: (detail: string) => void }} turn
 * @returns {Promise<boolean>} whether it was shown to its end
 */
export const showSlide = async (screen, slide, turn) => {
  if (slide.kind === 'text') return showText(screen, slide.item, turn)
  const blob = await keptFile(slide.file.url)
  try {
    if (blob && slide.kind === 'image') return await showImage(screen, blob, slide.item, turn)
    if (blob) return await showVideo(screen, slide.file, slide.item, turn)
  } catch (error) {
    document.body.dataset.trouble = String(error)
  }
  // What cannot be seen can be read, and is reported as that.
  turn.onInstead('as_text')
  return showText(screen, slide.item, turn)
}

const showText = async (screen, item, { mode, isOver, onProof }) => {
  await document.fonts.ready
  for (const lines of screen.pagesFor(item)) {
    screen.page(item, mode, lines)
    await frame()
    onProof(await screen.proof())
    if (!(await stand(PAGE_MS, isOver))) return false
  }
  return true
}

const showImage = async (screen, blob, item, { isOver, onProof, ...turn }) => {
  const bitmap = await createImageBitmap(blob)
  await document.fonts.ready
  const draw = () => screen.picture(bitmap, bitmap.width, bitmap.height, { item, ...turn })
  draw()
  onProof(await screen.proof())
  const isDone = await stand(PICTURE_MS, isOver, turn.read.length > 0 ? draw : undefined)
  bitmap.close()
  return isDone
}

const showVideo = async (screen, file, item, { isOver, onProof, ...turn }) => {
  const video = document.createElement('video')
  Object.assign(video, { src: file.url, playsInline: true })
  await playAloud(video)
  let isProven = false
  let moved = { at: performance.now(), second: 0 }
  while (!video.ended) {
    if (isOver()) {
      video.pause()
      return false
    }
    if (video.error) throw new Error(`the film: ${video.error.message}`)
    if (video.currentTime > moved.second)
      moved = { at: performance.now(), second: video.currentTime }
    if (performance.now() - moved.at > STALLED_MS) throw new Error('the film stands still')
    screen.picture(video, video.videoWidth || 16, video.videoHeight || 9, { item, ...turn })
    if (!isProven && video.currentTime > 0.2) {
      isProven = true
      onProof({ ...(await screen.proof()), second: video.currentTime })
    }
    await frame()
  }
  return true
}

/** With its sound where the browser lets a page make one that nobody has touched; else silent, but seen. */
const playAloud = (video) =>
  video.play().catch((error) => {
    if (error.name !== 'NotAllowedError') throw error
    video.muted = true
    return video.play()
  })

const stand = async (ms, isOver, draw) => {
  const end = performance.now() + ms
  while (performance.now() < end) {
    if (isOver()) return false
    draw?.()
    await (draw ? frame() : pause(50))
  }
  return true
}

const frame = () => new Promise((resolve) => requestAnimationFrame(() => resolve()))
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
