import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'

export const page = (node: VNode): string => `<!doctype html>${render(node)}`
