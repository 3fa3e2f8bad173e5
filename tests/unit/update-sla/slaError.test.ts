import { expect, test } from 'vitest'
import { slaError } from '#plugins/update-sla/errors.ts'

test('what is missing or wrong is named in the words of the forms, each once', () => {
  const error = slaError('bad_input', { fields: ['reason', 'ladder.0.code', 'ladder.1.code'] })
  expect(error).toMatchObject({ code: 'bad_input', status: 422 })
  expect(error.messages).toEqual({
    vi: 'Còn thiếu hoặc chưa đúng: lý do, các bước nhắc.',
    en: 'Missing or not valid: reason, reminders.',
  })
})

test('what no form has a word for is refused as before', () => {
  expect(slaError('bad_input', { fields: ['definition'] }).messages.vi).toBe(
    'Dữ liệu gửi lên chưa đúng.',
  )
  expect(slaError('clock_unknown').status).toBe(404)
})
