import sharp from 'sharp'
import { palettes, scenes } from './scenes.ts'

/** A picture ready to upload. */
export type Picture = {
  scene: string
  fileName: string
  alt: { vi: string; en: string }
  data: Buffer
}

/** Draws every scene in every palette, 1280 × 720 JPEG. */
export const drawPictures = async (onDrawn: () => void = () => undefined): Promise<Picture[]> => {
  const pictures: Picture[] = []
  for (const scene of scenes) {
    for (const [index, palette] of palettes.entries()) {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="720"><defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${palette.sky}"/><stop offset="1" stop-color="#fbfaf7"/></linearGradient></defs><rect width="1280" height="720" fill="url(#sky)"/>${index === 1 && !['rain', 'office', 'bookshelf'].includes(scene.name) ? '<circle cx="1090" cy="130" r="62" fill="#f2b04c" opacity=".8"/>' : ''}${scene.draw(palette)}</svg>`
      const data = await sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer()
      pictures.push({
        scene: scene.name,
        fileName: `tranh-${scene.name}-${index + 1}.jpg`,
        alt: scene.alt,
        data,
      })
      onDrawn()
    }
  }
  return pictures
}
