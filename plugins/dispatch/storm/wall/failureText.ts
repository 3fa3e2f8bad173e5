import { fill } from '#domain/text/fill.ts'

type Sentence = { vi: string; en: string }

const late: Sentence = { vi: 'Thiết bị không trả lời kịp', en: 'The device did not answer in time' }
const refused: Sentence = {
  vi: 'Thiết bị không nhận kết nối: máy tắt, hoặc sai cổng',
  en: 'The device takes no connection: it is off, or the port is wrong',
}
const unreachable: Sentence = {
  vi: 'Mạng không tới được thiết bị',
  en: 'The network does not lead to the device',
}
const cut: Sentence = {
  vi: 'Kết nối với thiết bị bị ngắt giữa chừng',
  en: 'The connection to the device was cut',
}
const forbidden: Sentence = {
  vi: 'Địa chỉ thiết bị thuộc mạng chưa được phép gọi; quản trị hệ thống thêm mạng đó vào DEVICE_NETWORKS',
  en: 'The device’s address lies in a network that may not be called; the administrator adds it to DEVICE_NETWORKS',
}
const untrusted: Sentence = {
  vi: 'Chứng thư bảo mật của thiết bị không hợp lệ hoặc đã hết hạn',
  en: 'The device’s security certificate is not valid or has expired',
}

/** Reasons as attempts write them down, most of them of drivers and of the network; `$1` is what the pattern caught. */
const known: readonly (readonly [RegExp, Sentence])[] = [
  [/^no answer (?:in time|within)|^(?:Connect|Headers|Body) Timeout Error|ETIMEDOUT/i, late],
  [/ECONNREFUSED/, refused],
  [/EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL/, unreachable],
  [/ECONNRESET|EPIPE|^other side closed|^socket hang up|^terminated/i, cut],
  [
    /ENOTFOUND|EAI_AGAIN/,
    {
      vi: 'Không tìm thấy tên miền của thiết bị; kiểm tra địa chỉ trong hồ sơ thiết bị',
      en: 'The device’s name is not found; check the address in its record',
    },
  ],
  [/CERT_|certificate|SELF_SIGNED/i, untrusted],
  [/address lies in a network that may not be called/, forbidden],
  [
    /^has no (?:http )?address/,
    {
      vi: 'Thiết bị chưa có địa chỉ đúng; sửa trong hồ sơ thiết bị',
      en: 'The device has no proper address; correct its record',
    },
  ],
  [
    /^answered (40[13])\b/,
    {
      vi: 'Thiết bị không cho phép gửi (mã $1); kiểm tra khóa và tài khoản trên thiết bị',
      en: 'The device does not let us in ($1); check the key and the account on it',
    },
  ],
  [
    /^answered (404)\b/,
    {
      vi: 'Địa chỉ không có trên thiết bị (mã $1); kiểm tra địa chỉ trong hồ sơ thiết bị',
      en: 'The device does not know the address ($1); check it in the record',
    },
  ],
  [
    /^answered (429)\b/,
    { vi: 'Thiết bị đang quá tải (mã $1)', en: 'The device is overloaded ($1)' },
  ],
  [
    /^answered (5\d\d)\b/,
    { vi: 'Thiết bị báo lỗi bên trong (mã $1)', en: 'The device reports a fault of its own ($1)' },
  ],
  [
    /^answered (\d{3})\b/,
    { vi: 'Thiết bị không nhận bản tin (mã $1)', en: 'The device does not take the bulletin ($1)' },
  ],
  [
    /^no broker is configured/,
    {
      vi: 'Chưa cấu hình máy chủ MQTT (MQTT_URL)',
      en: 'No MQTT server is configured (MQTT_URL)',
    },
  ],
  [
    /^the broker (?:is not connected|did not answer in time)/,
    {
      vi: 'Mất kết nối với máy chủ MQTT của trung tâm',
      en: 'The centre has lost its MQTT server',
    },
  ],
  [
    /^the station did not answer in time/,
    { vi: 'Đài không trả lời kịp', en: 'The station did not answer in time' },
  ],
  [
    /^the station (?:hung up|answers endlessly)/,
    { vi: 'Đài ngắt kết nối giữa chừng', en: 'The station cut the connection' },
  ],
  [/^the station says: (.*)$/s, { vi: 'Đài từ chối: $1', en: 'The station refuses: $1' }],
  [
    /^there is nothing to be heard/,
    {
      vi: 'Bản tin chưa có tiếng: không có tệp ghi âm và máy chủ không có giọng đọc',
      en: 'There is no sound: neither a recording nor a voice',
    },
  ],
  [
    /^the receiving system takes no cancellation/,
    {
      vi: 'Hệ thống nhận không hỗ trợ lệnh kết thúc; hãy báo trực tiếp cho nơi đó',
      en: 'The receiving system takes no cancellation; tell its people directly',
    },
  ],
  [/^expired$/, { vi: 'Bản tin hết hiệu lực trước khi gửi', en: 'It expired before it was sent' }],
  [
    /^device is out of service/,
    { vi: 'Thiết bị không còn hoạt động', en: 'The device is out of service' },
  ],
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
  const [pattern, sentence] = known.find(([one]) => one.test(rest)) ?? []
  const said =
    pattern && sentence
      ? inWords(sentence).replace('$1', () => pattern.exec(rest)?.[1] ?? '')
      : fill(inWords(other), { said: rest })
  return channel ? fill(inWords(byAlternate), { channel: channel.toUpperCase(), said }) : said
}
