/** Drawn for Brugbode, 48 × 48, thick black lines that a grey office printer keeps; never without words beside them. */
const PICTURES = {
  place: 'M8 42V20L24 7l16 13v22zM19 42V29h10v13M4 23 24 6l20 17',
  bus: 'M9 6h30a3 3 0 0 1 3 3v27H6V9a3 3 0 0 1 3-3zM6 23h36M24 6v17M12 36v5M36 36v5M13 30h3M32 30h3',
  car: 'M5 34V24l5-11h28l5 11v10zM5 24h38M11 34v5M37 34v5M12 29h4M32 29h4',
  child:
    'M24 17a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM14 43l5-12-4-2 3-9h12l3 9-4 2 5 12M24 31v8M18 22l-8 5M30 22l8 5',
  bring:
    'M4 12h25v24H4zM12 22a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM7 31c1-7 9-7 10 0M20 18h6M20 24h6M20 30h6M33 8h11v34H33zM36 15h5M36 21h5M36 27h5M36 33h5',
  door: 'M8 43V5h20v38M4 43h40M23 23v4M37 20a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM37 24v19M32 29l5-5 5 5M34 43l3-9 3 9',
  people:
    'M16 20a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM4 40c0-18 24-18 24 0M34 22a5 5 0 1 0 0-10M33 26c8 0 11 6 11 13',
  phone:
    'M15 4h18a2 2 0 0 1 2 2v36a2 2 0 0 1-2 2H15a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM13 10h22M13 36h22M23 40h2',
} as const
export type PictureName = keyof typeof PICTURES

export function Pictogram({ name }: { name: PictureName }) {
  return (
    <svg class="pictogram" viewBox="0 0 48 48" aria-hidden="true">
      <path d={PICTURES[name]} />
    </svg>
  )
}
