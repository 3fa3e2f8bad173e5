/** What a bulletin says in its forms. */
export type Said = { title: string; text: string; spokenText: string }

const marks = {
  vi: {
    title: 'DIỄN TẬP: ',
    text: 'ĐÂY LÀ BẢN TIN DIỄN TẬP. ',
    before: 'Đây là bản tin diễn tập. ',
    after: ' Xin nhắc lại: đây là bản tin diễn tập, không phải tình huống thật.',
  },
  en: {
    title: 'EXERCISE: ',
    text: 'THIS IS AN EXERCISE. ',
    before: 'This is an exercise. ',
    after: ' Again: this is an exercise, not a real situation.',
  },
}
const isMarked = (text: string) =>
  /^\s*((đây là bản tin )?diễn tập|(this is an )?exercise)/iu.test(text.normalize('NFC'))

/**
 * Makes plain in every form that this is an exercise: whoever sees only the title, hears only the end or reads only the board
 * knows it. What is marked already stays as it is.
 */
export const markExercise = (said: Said, language: 'vi' | 'en' = 'vi'): Said => {
  const mark = marks[language]
  return {
    title: isMarked(said.title) ? said.title : mark.title + said.title,
    text: isMarked(said.text) ? said.text : mark.text + said.text,
    spokenText: isMarked(said.spokenText)
      ? said.spokenText
      : mark.before + said.spokenText + mark.after,
  }
}
