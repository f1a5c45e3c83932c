import type { Rendered } from '../message'

/** What a rendered message is to WhatsApp when it leaves as a template; null when it cannot. */
export const templateOf = ({ template, language, choices }: Rendered) =>
  template
    ? { name: template.name, pattern: template.pattern, language, ...(choices ? { choices } : {}) }
    : null
