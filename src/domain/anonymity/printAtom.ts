export type Printed =
  | { say: 'too few' }
  | { say: 'number only'; n: number }
  | { say: 'majority'; n: number; high: boolean }
  | { say: 'cells'; n: number; cells: number[][]; counts: number[] }
  | { say: 'few'; n: number; side: 'low' | 'high'; edge?: number }
