import { fill } from '#domain/text/fill.ts'

type Sentence = { vi: string; en: string }

/** Reasons as attempts write them down, most of them of drivers and of the network; `$1` is what the pattern caught. */
const known: readonly (readonly [reason: RegExp, vi: string, en: string])[] = [
  [
    /^no answer (?:in time|within)|^(?:Connect|Headers|Body) Timeout Error|ETIMEDOUT/i,
    'Thiết bị không trả lời kịp',
    'The device did not answer in time',
  ],
  [
    /ECONNREFUSED/,
    'Thiết bị không nhận kết nối: máy tắt, hoặc sai cổng',
    'The device takes no connection: it is off, or the port is wrong',
  ],
  [
    /EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL/,
    'Mạng không tới được thiết bị',
    'The network does not lead to the device',
  ],
  [
    /ECONNRESET|EPIPE|^other side closed|^socket hang up|^terminated/i,
    'Kết nối với thiết bị bị ngắt giữa chừng',
    'The connection to the device was cut',
  ],
  [
    /ENOTFOUND|EAI_AGAIN/,
    'Không tìm thấy tên miền của thiết bị; kiểm tra địa chỉ trong hồ sơ thiết bị',
    'The device’s name is not found; check the address in its record',
  ],
  [
    /CERT_|certificate|SELF_SIGNED/i,
    'Chứng thư bảo mật của thiết bị không hợp lệ hoặc đã hết hạn',
    'The device’s security certificate is not valid or has expired',
  ],
  [
    /address lies in a network that may not be called/,
    'Địa chỉ thiết bị thuộc mạng chưa được phép gọi; quản trị hệ thống thêm mạng đó vào DEVICE_NETWORKS',
    'The device’s address lies in a network that may not be called; the administrator adds it to DEVICE_NETWORKS',
  ],
  [
    /^has no (?:http )?address/,
    'Thiết bị chưa có địa chỉ đúng; sửa trong hồ sơ thiết bị',
    'The device has no proper address; correct its record',
  ],
  [
    /^answered (40[13])\b/,
    'Thiết bị không cho phép gửi (mã $1); kiểm tra khóa và tài khoản trên thiết bị',
    'The device does not let us in ($1); check the key and the account on it',
  ],
  [
    /^answered (404)\b/,
    'Địa chỉ không có trên thiết bị (mã $1); kiểm tra địa chỉ trong hồ sơ thiết bị',
    'The device does not know the address ($1); check it in the record',
  ],
  [/^answered (429)\b/, 'Thiết bị đang quá tải (mã $1)', 'The device is overloaded ($1)'],
  [
    /^answered (5\d\d)\b/,
    'Thiết bị báo lỗi bên trong (mã $1)',
    'The device reports a fault of its own ($1)',
  ],
  [
    /^answered (\d{3})\b/,
    'Thiết bị không nhận bản tin (mã $1)',
    'The device does not take the bulletin ($1)',
  ],
  [
    /^no broker is configured/,
    'Chưa cấu hình máy chủ MQTT (MQTT_URL)',
    'No MQTT server is configured (MQTT_URL)',
  ],
  [
    /^the broker (?:is not connected|did not answer in time)/,
    'Mất kết nối với máy chủ MQTT của trung tâm',
    'The centre has lost its MQTT server',
  ],
  [
    /^the station did not answer in time/,
    'Đài không trả lời kịp',
    'The station did not answer in time',
  ],
  [
    /^the station (?:hung up|answers endlessly)/,
    'Đài ngắt kết nối giữa chừng',
    'The station cut the connection',
  ],
  [/^the station says: (.*)$/s, 'Đài từ chối: $1', 'The station refuses: $1'],
  [
    /^there is nothing to be heard/,
    'Bản tin chưa có tiếng: không có tệp ghi âm và máy chủ không có giọng đọc',
    'There is no sound: neither a recording nor a voice',
  ],
  [
    /^the receiving system takes no cancellation/,
    'Hệ thống nhận không hỗ trợ lệnh kết thúc; hãy báo trực tiếp cho nơi đó',
    'The receiving system takes no cancellation; tell its people directly',
  ],
  [/^expired$/, 'Bản tin hết hiệu lực trước khi gửi', 'It expired before it was sent'],
  [/^device is out of service/, 'Thiết bị không còn hoạt động', 'The device is out of service'],
]

const other: Sentence = {
  vi: 'Lỗi khác, máy ghi: “{said}”',
  en: 'Another fault, as the machine tells it: “{said}”',
}
const byAlternate: Sentence = {
  vi: 'Kênh dự phòng {channel}: {said}',
  en: 'By the alternate channel {channel}: {said}',
}

/** Why a device was not reached, in the reader's words; what is not known is told as it was written down. */
export const failureText = (reason: string | null, language: string): string => {
  if (!reason) return ''
  const inWords = (one: Sentence) => (language === 'en' ? one.en : one.vi)
  const [, channel, rest = reason] = /^by (\w+): (.*)$/s.exec(reason) ?? []
  const found = known.find(([pattern]) => pattern.test(rest))
  const said = found
    ? inWords({ vi: found[1], en: found[2] }).replace('$1', () => found[0].exec(rest)?.[1] ?? '')
    : fill(inWords(other), { said: rest })
  return channel ? fill(inWords(byAlternate), { channel: channel.toUpperCase(), said }) : said
}
