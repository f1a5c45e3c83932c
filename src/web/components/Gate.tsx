import type { ComponentChildren } from 'preact'
import type { Words } from '../words'
import { Mark } from './Icon'
import { Languages } from './Languages'
import { Shell } from './Layout'

export interface GateProps {
  words: Words
  title: string
  /** This page's own address in another language. */
  inLanguage: (language: string) => string
  /** Style sheets that this page needs beside the common ones. */
  sheets?: readonly string[]
  /** As broad as a page of the house. */
  wide?: boolean
  children: ComponentChildren
}

/** A page outside the house: one column on the paper, the name above, the languages below. */
export function Gate({ words, title, inLanguage, sheets, wide = false, children }: GateProps) {
  return (
    <Shell words={words} title={title} sheets={sheets} class={wide ? 'gate wide' : 'gate'}>
      <header>
        <p class="brand">
          <Mark /> {words.say('product')}
        </p>
      </header>
      <main id="content" tabIndex={-1}>
        <h1>{title}</h1>
        {children}
      </main>
      <footer>
        <Languages words={words} inLanguage={inLanguage} />
      </footer>
    </Shell>
  )
}
