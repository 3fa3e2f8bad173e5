import { PortalError } from '#kit/portalError.ts'

/** The file is not the sound or video its name says, whatever else it is. */
export const notSound = () =>
  new PortalError('media_not_sound', 422, {
    vi: 'Nội dung tệp không phải âm thanh hay video mà hệ thống nhận (MP3, WAV, OGG, M4A, MP4, WebM), dù tên tệp ghi như vậy.',
    en: 'By its content the file is no sound or video that is taken (MP3, WAV, OGG, M4A, MP4, WebM), whatever its name says.',
  })

/** The file cannot be played, or not as what it claims. */
export const unplayable = (detail: string) =>
  new PortalError(
    'media_unplayable',
    422,
    {
      vi: 'Tệp âm thanh hoặc video bị hỏng, không phát được. Hãy xuất lại tệp rồi tải lên.',
      en: 'The sound or video file is damaged and cannot be played. Export it again and upload it.',
    },
    { detail: detail.slice(0, 300) },
  )

/** Longer or larger than any bulletin needs. */
export const tooLong = (limit: { minutes: number }) =>
  new PortalError('media_too_long', 422, {
    vi: `Tệp dài hơn ${limit.minutes} phút hoặc khuôn hình quá lớn. Hãy cắt ngắn trước khi tải lên.`,
    en: `The file is longer than ${limit.minutes} minutes or its picture is too large. Cut it before you upload it.`,
  })

/** It takes longer to make ready than anybody waits. */
export const tooSlow = () =>
  new PortalError('media_too_slow', 422, {
    vi: 'Xử lý tệp mất quá nhiều thời gian. Hãy dùng tệp ngắn hơn hoặc đã nén H.264.',
    en: 'Making the file ready takes too long. Use a shorter one, or one in H.264.',
  })
