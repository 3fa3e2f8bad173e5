/** What people write for a class of device, without marks. */
export const classesByName: Record<string, string> = {
  radiostation: 'radioStation',
  daitruyenthanh: 'radioStation',
  loudspeakercluster: 'loudspeakerCluster',
  cumloa: 'loudspeakerCluster',
  cumloatruyenthanh: 'loudspeakerCluster',
  loa: 'loudspeakerCluster',
  ledboard: 'ledBoard',
  bangtindientu: 'ledBoard',
  bangled: 'ledBoard',
}

/** What people write for a channel. */
export const channelsByName: Record<string, string> = {
  mqtt: 'mqtt',
  http: 'http',
  https: 'http',
  pull: 'pull',
  thietbitulay: 'pull',
  player: 'player',
  trinhchieutrentrinhduyet: 'player',
  icecast: 'icecast',
  liquidsoapicecast: 'icecast',
  cap: 'cap',
  cap12: 'cap',
  httttn: 'httttn',
  jsonkieuhttttn: 'httttn',
  byradio: 'byradio',
  bangmqttkieuradiotech: 'byradio',
}

/** Channels that call the device, and need to know where. */
export const addressed: ReadonlySet<string> = new Set(['http', 'icecast', 'cap', 'httttn'])

/** What people write for a form. */
export const formsByName: Record<string, string> = {
  text: 'text',
  bantinkytu: 'text',
  vanban: 'text',
  audio: 'audio',
  amthanh: 'audio',
  image: 'image',
  hinhanh: 'image',
  anh: 'image',
  video: 'video',
}
