import path from 'node:path'
import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload'
import { PortalError } from '#kit/portalError.ts'
import { toApiError } from '#kit/toApiError.ts'
import { theForms } from '../formsOptions.ts'
import { normaliseSound } from '../sound/normaliseSound.ts'
import { notSound } from '../sound/soundErrors.ts'
import { claimsSound, soundKind } from '../sound/soundKind.ts'
import type { UploadFinding } from './uploadFinding.ts'
import { keepFinding } from './uploadFinding.ts'

/**
 * Takes sound and video for what their bytes are, whatever they are called, and stores them at one loudness and in one
 * form; where ffmpeg is not installed they are stored as they came, which is recorded. It runs before the file has its
 * name, so that name, release and approval belong to what is stored.
 *
 * @throws APIError (`data.code`) `media_not_sound`, `media_unplayable`, `media_too_long`, `media_too_slow`
 */
export const normaliseUpload: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if ((operation !== 'create' && operation !== 'update') || !req.file) return args
  try {
    await normalise(req, req.file)
  } catch (error) {
    throw error instanceof PortalError ? toApiError(error, req.i18n?.language) : error
  }
  return args
}

const normalise = async (req: PayloadRequest, file: NonNullable<PayloadRequest['file']>) => {
  const kind = await soundKind(file.data)
  if (!kind) {
    if (claimsSound(file.mimetype) || soundEnding.test(file.name)) throw notSound()
    return
  }
  const made = await normaliseSound({ data: file.data, kind, targetLufs: theForms().targetLufs })
  const finding: UploadFinding = {
    wasType: kind.mimeType,
    isNormalised: made !== null,
    seconds: made?.seconds ?? null,
    loudness: made?.loudness ?? null,
  }
  keepFinding(req, finding)
  const extension = made?.extension ?? kind.extension
  const data = made?.data ?? file.data
  req.file = {
    ...file,
    data,
    size: data.length,
    mimetype: made?.mimeType ?? kind.mimeType,
    name: `${path.parse(file.name).name}${extension}`,
  }
}

const soundEnding = /\.(mp3|wav|ogg|oga|opus|m4a|aac|flac|wma|mp4|m4v|mov|webm|mkv|avi|mpe?g|m3u8?|pls|ffconcat)$/i
