import { createHash } from 'node:crypto'

/** The page's only style; no file is loaded, so the page works wherever the mail is read. */
export const styles = `:root{color-scheme:light dark}
body{margin:0;background:#fbfaf7;color:#1f2328;font:18px/1.6 system-ui,sans-serif}
main{max-width:46rem;margin:0 auto;padding:24px 16px}
h1{font-size:1.6rem;line-height:1.3}
a{color:#0a4f96}
button{min-height:48px;padding:8px 24px;border:0;border-radius:4px;background:#9e1b1e;color:#fff;font:inherit;font-weight:600;cursor:pointer}
button:focus-visible,a:focus-visible{outline:3px solid #0a4f96;outline-offset:2px}
table{width:100%;margin:32px 0;border-collapse:collapse}
th,td{padding:8px 12px 8px 0;border-bottom:1px solid #d9d5cb;text-align:left;vertical-align:top}
thead th{color:#4c535b;font-weight:400}
small{display:block}
@media (max-width:560px){thead{position:absolute;clip-path:inset(50%)}tr{display:block;padding:8px 0;border-bottom:1px solid #d9d5cb}th,td{display:block;padding:2px 0;border:0}td::before{content:attr(data-label) ": ";color:#4c535b}}
@media (prefers-color-scheme:dark){body{background:#17191c;color:#f0ede6}a{color:#9cc8ff}thead th,td::before{color:#c3c6ca}button:focus-visible,a:focus-visible{outline-color:#ffd76a}}`

/** What the page may do: be styled by that, send its form back here, and nothing else. */
export const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(styles).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')
