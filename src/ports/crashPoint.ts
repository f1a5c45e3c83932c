/** Tests stop or pause the process here; in the product it does nothing. Names: docs/architecture.md. */
export type CrashPoint = (name: string) => void | Promise<void>
