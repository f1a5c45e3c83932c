/** `{{name}}` in a text, as it is kept; `{{- name, format}}` is i18next's own way to write more. */
export const PLACE = /\{\{-?\s*([^},\s]+)[^}]*\}\}/g

/** Names of the values in a text, each as often as it stands there. */
export const placesIn = (text: string): string[] => [...text.matchAll(PLACE)].map(([, name = '']) => name)
