import path from 'node:path'

const FAMILIES = [
  'figtree',
  'noto-sans',
  'noto-sans-arabic',
  'noto-sans-armenian',
  'noto-sans-ethiopic',
  'noto-serif-tibetan',
] as const

/** Where the packages keep the faces that `assets/fonts.css` names. */
export const fontFolders = (): string[] =>
  FAMILIES.map(family =>
    path.join(path.dirname(require.resolve(`@fontsource-variable/${family}/package.json`)), 'files'),
  )
