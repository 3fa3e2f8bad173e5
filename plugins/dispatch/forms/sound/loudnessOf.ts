import { runProgram } from '../runProgram.ts'

/**
 * Measures how loud a file is (EBU R128, integrated).
 *
 * @param reading how ffmpeg is told to read the file
 * @returns LUFS; null when it is silent
 */
export const loudnessOf = async (
  reading: readonly string[],
  timeoutMs: number,
): Promise<number | null> => {
  const { stderr } = await runProgram({
    program: 'ffmpeg',
    args: [...reading, '-map', '0:a:0', '-af', 'ebur128=framelog=verbose', '-f', 'null', '-'],
    timeoutMs,
  })
  const found = /I:\s+(-?[\d.]+) LUFS/.exec(stderr.slice(stderr.lastIndexOf('Summary:')))?.[1]
  return found === undefined || Number(found) <= -69 ? null : Number(found)
}
