import { expect, test } from 'vitest'
import { spreadDots } from '#domain/dispatch/storm/spreadDots.ts'
import { offsetText, storageText } from '#plugins/dispatch/registry/board/boardText.ts'
import { registryWords } from '#plugins/dispatch/registry/registryWords.ts'
import { scoreText } from '#plugins/dispatch/storm/drills/scoreText.ts'
import { stormWords } from '#plugins/dispatch/storm/stormWords.ts'
import { failureText } from '#plugins/dispatch/storm/wall/failureText.ts'

test.each([
  ['no answer in time', 'Thiết bị không trả lời kịp'],
  ['no answer within 5000 ms', 'Thiết bị không trả lời kịp'],
  ['has no http address', 'Thiết bị chưa có địa chỉ đúng; sửa trong hồ sơ thiết bị'],
  ['answered 503', 'Thiết bị báo lỗi bên trong (mã 503)'],
  ['answered 503: <html>busy</html>', 'Thiết bị báo lỗi bên trong (mã 503)'],
  ['answered 418', 'Thiết bị không nhận bản tin (mã 418)'],
  ['connect ECONNREFUSED 10.0.0.7:80', 'Thiết bị không nhận kết nối: máy tắt, hoặc sai cổng'],
  [
    'by mqtt: the broker is not connected',
    'Kênh dự phòng MQTT: Mất kết nối với máy chủ MQTT của trung tâm',
  ],
  ['the station says: ERROR $1 unknown', 'Đài từ chối: ERROR $1 unknown'],
  ['something nobody foresaw', 'Lỗi khác, máy ghi: “something nobody foresaw”'],
])('a failure “%s” is told as %s', (reason, vi) => {
  expect(failureText(reason, 'vi')).toBe(vi)
})

test('a network that may not be called names the setting, in both languages; no failure says nothing', () => {
  const reason = 'its address lies in a network that may not be called (DEVICE_NETWORKS)'
  expect(failureText(reason, 'vi')).toMatch(/^Địa chỉ thiết bị thuộc mạng .*DEVICE_NETWORKS$/)
  expect(failureText(reason, 'en')).toMatch(/^The device’s address .*DEVICE_NETWORKS$/)
  expect(failureText('whatever', 'en')).toBe('Another fault, as the machine tells it: “whatever”')
  expect(failureText(null, 'vi')).toBe('')
})

test('numbers have the decimal sign of the language', () => {
  expect(storageText(12_100_000_000, 'vi')).toBe('12,1 GB')
  expect(storageText(12_100_000_000, 'en')).toBe('12.1 GB')
  expect(storageText(640_000_000, 'vi')).toBe('640 MB')
  expect(offsetText(7500, registryWords('vi'), 'vi')).toBe('nhanh 7,5 giây')
  expect(scoreText.time(3.25, stormWords('vi'))).toBe('3,3 giây')
  expect(scoreText.time(3.25, stormWords('en'))).toBe('3.3 s')
})

test('dots are moved apart as little as it takes, stay in order and within the plan', () => {
  const crowd = Array.from({ length: 40 }, (_, n) => ({ code: n, x: 200 + (n % 3), y: 200 }))
  const lone = { code: 40, x: 30, y: 30 }
  const { dots, apart } = spreadDots([...crowd, lone], { size: 420, wanted: 26 })
  expect(apart).toBe(26)
  expect(dots.map(({ code }) => code)).toEqual([...crowd, lone].map(({ code }) => code))
  expect(dots.at(-1)).toEqual(lone)
  for (const [n, a] of dots.entries()) {
    expect(Math.min(a.x, a.y)).toBeGreaterThanOrEqual(13 - 1e-9)
    expect(Math.max(a.x, a.y)).toBeLessThanOrEqual(407 + 1e-9)
    for (const b of dots.slice(n + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(22)
  }
  expect(
    spreadDots(
      Array.from({ length: 900 }, () => ({ x: 1, y: 1 })),
      { size: 420, wanted: 26 },
    ).apart,
  ).toBeLessThan(10)
})
