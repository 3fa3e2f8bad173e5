/** Colours of one variation: sky, far, near, accent. */
export type Palette = { sky: string; low: string; far: string; near: string; accent: string }

/** An abstract scene: a name, alternative texts and what is drawn on a 1280 × 720 ground. */
export type Scene = { name: string; alt: { vi: string; en: string }; draw: (c: Palette) => string }

const repeat = (count: number, draw: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => draw(index)).join('')

const house = (x: number, y: number, w: number, h: number, fill: string, light: string) =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}"/>${repeat(
    Math.floor(h / 60),
    (row) =>
      repeat(
        Math.floor(w / 45),
        (column) =>
          `<rect x="${x + 14 + column * 45}" y="${y + 18 + row * 60}" width="20" height="30" rx="3" fill="${light}" opacity=".55"/>`,
      ),
  )}`

const tree = (x: number, y: number, r: number, c: Palette) =>
  `<rect x="${x - 7}" y="${y}" width="14" height="${r * 1.6}" fill="#5b4636"/><circle cx="${x}" cy="${y - r * 0.3}" r="${r}" fill="${c.near}"/><circle cx="${x + r * 0.5}" cy="${y}" r="${r * 0.7}" fill="${c.near}" opacity=".85"/>`

const skyline = (c: Palette, base: number) =>
  repeat(12, (index) =>
    house(index * 110 - 20, base - 90 - ((index * 53) % 130), 96, 320, c.far, c.sky),
  )

/** The scenes of the demo; names are those the topics ask for. */
export const scenes: readonly Scene[] = [
  {
    name: 'lake',
    alt: {
      vi: 'Tranh minh họa: mặt hồ lặng với cây cầu cong và ngôi đền nhỏ',
      en: 'Illustration: a still lake with an arched bridge and a small temple',
    },
    draw: (c) =>
      `${skyline(c, 380)}<rect y="400" width="1280" height="320" fill="${c.low}"/><path d="M240 440 Q520 300 800 440" stroke="${c.accent}" stroke-width="18" fill="none"/>${repeat(7, (i) => `<rect x="${296 + i * 76}" y="${412 - Math.sin((i + 1) / 2.6) * 50}" width="7" height="${60 + Math.sin((i + 1) / 2.6) * 30}" fill="${c.accent}"/>`)}<rect x="850" y="380" width="150" height="70" fill="#f4e3c1"/><path d="M820 385 L925 320 L1030 385 Z" fill="${c.accent}"/>${repeat(9, (i) => `<rect x="${80 + i * 130}" y="${520 + (i % 3) * 55}" width="110" height="4" rx="2" fill="#fff" opacity=".35"/>`)}`,
  },
  {
    name: 'rice',
    alt: {
      vi: 'Tranh minh họa: cánh đồng lúa, bờ tre và dãy núi xa',
      en: 'Illustration: rice fields, bamboo and distant hills',
    },
    draw: (c) =>
      `<path d="M0 360 L220 240 L420 350 L660 220 L900 350 L1100 260 L1280 350 V720 H0 Z" fill="${c.far}"/>${repeat(8, (i) => `<path d="M${-200 + i * 60} ${380 + i * 44} H1480 V${424 + i * 44} H-200 Z" fill="${i % 2 ? c.near : c.low}"/>`)}${repeat(5, (i) => tree(90 + i * 280, 370, 34, c))}`,
  },
  {
    name: 'street',
    alt: {
      vi: 'Tranh minh họa: con phố với dãy nhà ống và vạch sang đường',
      en: 'Illustration: a street of narrow houses with a crossing',
    },
    draw: (c) =>
      `${repeat(9, (i) => house(i * 145 - 10, 150 + ((i * 47) % 110), 140, 420, i % 3 === 1 ? c.accent : c.far, c.sky))}<rect y="520" width="1280" height="200" fill="#4a4f57"/>${repeat(10, (i) => `<rect x="${60 + i * 122}" y="606" width="70" height="12" fill="#f3efe6"/>`)}${repeat(5, (i) => `<rect x="${520 + i * 52}" y="530" width="30" height="70" fill="#f3efe6"/>`)}`,
  },
  {
    name: 'trees',
    alt: {
      vi: 'Tranh minh họa: hàng cây xanh bên vỉa hè',
      en: 'Illustration: a row of trees along a pavement',
    },
    draw: (c) =>
      `${skyline(c, 420)}<rect y="500" width="1280" height="220" fill="${c.low}"/><rect y="600" width="1280" height="120" fill="#c9c1b3"/>${repeat(7, (i) => tree(110 + i * 180, 400, 78, c))}`,
  },
  {
    name: 'rain',
    alt: {
      vi: 'Tranh minh họa: mưa lớn trên phố và những chiếc ô',
      en: 'Illustration: heavy rain over a street and umbrellas',
    },
    draw: (c) =>
      `${skyline(c, 460)}<rect y="520" width="1280" height="200" fill="${c.low}"/>${repeat(70, (i) => `<path d="M${(i * 97) % 1280} ${(i * 61) % 700} l-14 46" stroke="#fff" stroke-width="3" opacity=".45"/>`)}${repeat(3, (i) => `<path d="M${260 + i * 300} 500 a80 80 0 0 1 160 0 Z" fill="${c.accent}"/><path d="M${340 + i * 300} 500 v90" stroke="#333" stroke-width="6"/>`)}`,
  },
  {
    name: 'loudspeaker',
    alt: {
      vi: 'Tranh minh họa: cụm loa truyền thanh trên cột',
      en: 'Illustration: a cluster of loudspeakers on a pole',
    },
    draw: (c) =>
      `${skyline(c, 520)}<rect x="625" y="160" width="26" height="560" fill="#55606b"/><path d="M650 240 l210 -90 v230 l-210 -80 Z" fill="${c.accent}"/><path d="M626 300 l-210 -80 v220 l210 -80 Z" fill="${c.near}"/>${repeat(3, (i) => `<path d="M${900 + i * 60} ${180 - i * 20} q50 85 0 ${170 + i * 40}" stroke="${c.accent}" stroke-width="12" fill="none" opacity="${0.8 - i * 0.2}"/>`)}`,
  },
  {
    name: 'bookshelf',
    alt: {
      vi: 'Tranh minh họa: giá sách nhiều màu và chiếc ghế đọc',
      en: 'Illustration: a colourful bookshelf and a reading chair',
    },
    draw: (c) =>
      `<rect x="120" y="90" width="760" height="560" fill="#8a6a4a"/>${repeat(4, (row) => `<rect x="140" y="${112 + row * 135}" width="720" height="112" fill="#f1e8d8"/>${repeat(22, (i) => `<rect x="${146 + i * 32}" y="${124 + row * 135 + ((i * 7) % 26)}" width="26" height="${100 - ((i * 7) % 26)}" fill="${[c.near, c.accent, c.far, c.low][(i + row) % 4]}"/>`)}`)}<rect x="960" y="430" width="200" height="150" rx="30" fill="${c.accent}"/><rect x="980" y="300" width="160" height="170" rx="30" fill="${c.near}"/>`,
  },
  {
    name: 'bus',
    alt: {
      vi: 'Tranh minh họa: xe buýt điện dừng tại nhà chờ',
      en: 'Illustration: an electric bus at a shelter',
    },
    draw: (c) =>
      `${skyline(c, 400)}<rect y="560" width="1280" height="160" fill="#4a4f57"/><rect x="260" y="300" width="700" height="270" rx="36" fill="${c.near}"/>${repeat(6, (i) => `<rect x="${300 + i * 106}" y="340" width="86" height="96" rx="10" fill="#e9f2f7"/>`)}<rect x="260" y="470" width="700" height="24" fill="${c.accent}"/>${[400, 820].map((x) => `<circle cx="${x}" cy="575" r="48" fill="#22272e"/><circle cx="${x}" cy="575" r="20" fill="#aab"/>`).join('')}<rect x="1030" y="330" width="200" height="16" fill="${c.accent}"/><rect x="1050" y="346" width="10" height="220" fill="#55606b"/><rect x="1200" y="346" width="10" height="220" fill="#55606b"/>`,
  },
  {
    name: 'clinic',
    alt: {
      vi: 'Tranh minh họa: trạm y tế với dấu chữ thập và hàng cây',
      en: 'Illustration: a health station with a cross and trees',
    },
    draw: (c) =>
      `<rect y="540" width="1280" height="180" fill="${c.low}"/><rect x="290" y="230" width="700" height="330" fill="#fbf8f1"/><path d="M260 240 L640 110 L1020 240 Z" fill="${c.far}"/><rect x="610" y="160" width="60" height="20" fill="${c.accent}"/><rect x="630" y="140" width="20" height="60" fill="${c.accent}"/><rect x="580" y="390" width="120" height="170" fill="${c.near}"/>${repeat(4, (i) => `<rect x="${340 + (i > 1 ? 250 : 0) + i * 105}" y="300" width="76" height="96" fill="${c.sky}"/>`)}${tree(150, 440, 72, c)}${tree(1130, 440, 72, c)}`,
  },
  {
    name: 'market',
    alt: {
      vi: 'Tranh minh họa: dãy quầy chợ với mái bạt sọc và rau quả',
      en: 'Illustration: market stalls with striped awnings and fruit',
    },
    draw: (c) =>
      `${skyline(c, 380)}<rect y="540" width="1280" height="180" fill="#c9b79c"/>${repeat(4, (s) => `<rect x="${50 + s * 310}" y="360" width="260" height="210" fill="#7a5c40"/>${repeat(6, (i) => `<path d="M${36 + s * 310 + i * 48} 280 h48 v70 a24 24 0 0 1 -48 0 Z" fill="${i % 2 ? '#fbf6ea' : c.accent}"/>`)}${repeat(8, (i) => `<circle cx="${78 + s * 310 + i * 30}" cy="${440 - (i % 2) * 14}" r="17" fill="${[c.near, '#d98c2b', c.accent][i % 3]}"/>`)}`)}`,
  },
  {
    name: 'school',
    alt: {
      vi: 'Tranh minh họa: sân trường với cột cờ và cây phượng',
      en: 'Illustration: a school yard with a flagpole and trees',
    },
    draw: (c) =>
      `<rect y="520" width="1280" height="200" fill="#d9c9a8"/>${house(220, 220, 840, 310, '#f3e2b3', c.far)}<rect x="200" y="200" width="880" height="30" fill="${c.accent}"/><rect x="630" y="90" width="8" height="440" fill="#777"/><path d="M638 96 h110 v66 h-110 Z" fill="#9e1b1e"/>${tree(120, 400, 80, c)}${tree(1170, 400, 80, c)}`,
  },
  {
    name: 'office',
    alt: {
      vi: 'Tranh minh họa: quầy tiếp nhận hồ sơ với màn hình',
      en: 'Illustration: a service desk with screens',
    },
    draw: (c) =>
      `<rect width="1280" height="480" fill="#f4efe4"/><rect y="480" width="1280" height="240" fill="${c.far}"/>${repeat(3, (i) => `<rect x="${110 + i * 380}" y="230" width="230" height="150" rx="12" fill="${c.near}"/><rect x="${126 + i * 380}" y="246" width="198" height="118" fill="#eef5fa"/>${repeat(4, (r) => `<rect x="${142 + i * 380}" y="${264 + r * 24}" width="${150 - r * 22}" height="10" fill="${c.accent}" opacity=".7"/>`)}<rect x="${210 + i * 380}" y="380" width="30" height="50" fill="#667"/>`)}<rect x="60" y="430" width="1160" height="70" rx="8" fill="#8a6a4a"/>`,
  },
]

/** Variations in the colours of the portal: paper, ink, lacquer red, blue. */
export const palettes: readonly Palette[] = [
  { sky: '#dfeaf2', low: '#7fb0c4', far: '#9db4c0', near: '#2f6f5e', accent: '#9e1b1e' },
  { sky: '#f7e7cf', low: '#c9a66b', far: '#c4a484', near: '#6b7f3a', accent: '#b4472e' },
  { sky: '#e8edf0', low: '#8fa7b3', far: '#7d93a6', near: '#26705f', accent: '#c98a1b' },
]
