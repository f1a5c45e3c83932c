import path from 'node:path'

const FAMILIES = ['figtree', 'noto-sans-arabic'] as const

/** Where the packages keep the faces that `assets/fonts.css` names. */
export const fontFolders = (): string[] =>
  FAMILIES.map(family =>
    path.join(path.dirname(require.resolve(`@fontsource-variable/${family}/package.json`)), 'files'),
  )
