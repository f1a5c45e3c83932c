import { deflateRawSync } from 'node:zlib'
import { pack } from '../../../src/lists/pack'
import { MOST_BYTES, readList } from '../../../src/lists/readList'
import { MOST_UNPACKED } from '../../../src/lists/unpack'
import { aWorkbook, workbookParts } from '../../support/workbook'

const LIST = 'Naam;Gsm\nZoë Désiré;0470123456\n'
const ROWS = [
  ['Naam', 'Gsm'],
  ['Zoë Désiré', '0470123456'],
]
const SHEETS = ['Blad1', 'Blad2']
const utf16 = (text: string) => Buffer.from(text, 'utf16le')

describe('a text with separators', () => {
  test.each([
    ['UTF-8', Buffer.from(LIST)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${LIST}`)],
    ['UTF-16LE with a mark, as "Unicode text"', utf16(`\uFEFF${LIST}`)],
    ['UTF-16LE without a mark', utf16(LIST)],
    ['UTF-16BE', utf16(`\uFEFF${LIST}`).swap16()],
    ['Windows-1252', Buffer.from(LIST, 'latin1')],
    ['the older Macintosh', Buffer.from(LIST.replace('ë', '\x91').replaceAll('é', '\x8e'), 'latin1')],
    ['with commas', Buffer.from(LIST.replaceAll(';', ','))],
    ['with tabs', Buffer.from(LIST.replaceAll(';', '\t'))],
    ['with Windows line ends', Buffer.from(LIST.replaceAll('\n', '\r\n'))],
    ['with a line that tells the separator', Buffer.from(`sep=;\r\n${LIST}`)],
  ])('%s', async (_, bytes) => {
    expect(await readList(bytes)).toEqual({ ok: true, rows: ROWS, sheets: [] })
  })

  test('an apostrophe of Windows-1252 is no Macintosh', async () => {
    const bytes = Buffer.from('Naam;Gsm\nD\x92Hondt Ren\xe9;1\n', 'latin1')
    expect(await readList(bytes)).toEqual({
      ok: true,
      sheets: [],
      rows: [
        ['Naam', 'Gsm'],
        ['D’Hondt René', '1'],
      ],
    })
  })

  test('a quoted cell may hold a line end, the separator and quotes, and is one row', async () => {
    const bytes = Buffer.from('Naam,Opm\n"Bekri, Amina","eerste\ntweede ""regel"""\n\nOmari,x\n')
    expect(await readList(bytes)).toEqual({
      ok: true,
      sheets: [],
      rows: [['Naam', 'Opm'], ['Bekri, Amina', 'eerste\ntweede "regel"'], [''], ['Omari', 'x']],
    })
  })

  test('a single column, and nothing at all', async () => {
    expect(await readList(Buffer.from('Naam\nAmina\n'))).toEqual({
      ok: true,
      rows: [['Naam'], ['Amina']],
      sheets: [],
    })
    expect(await readList(Buffer.from(''))).toEqual({ ok: true, rows: [], sheets: [] })
  })
})

describe('a workbook', () => {
  test('the first sheet alone; numbers, days and yes or no as text; an empty row keeps its place', async () => {
    const bytes = aWorkbook(
      `<row r="1"><c r="A1" t="inlineStr"><is><t>Naam</t></is></c><c r="B1" t="inlineStr"><is><t>Gsm</t></is></c><c r="C1" t="inlineStr"><is><t>Dag</t></is></c></row>
       <row r="3"><c r="A3" t="inlineStr"><is><t>Amina</t></is></c><c r="B3"><v>470123456</v></c><c r="C3" s="1"><v>46093</v></c><c r="D3" t="b"><v>1</v></c></row>
       <row r="4"><c r="B4"><v>4.70123457E8</v></c></row>`,
    )
    expect(await readList(bytes)).toEqual({
      ok: true,
      sheets: SHEETS,
      rows: [
        ['Naam', 'Gsm', 'Dag', ''],
        ['', '', '', ''],
        ['Amina', '470123456', '2026-03-12', 'true'],
        ['', '470123457', '', ''],
      ],
    })
  })

  test('damaged: refused', async () => {
    const bytes = aWorkbook('<row r="1"/>')
    expect(await readList(bytes.subarray(0, bytes.length - 30))).toEqual({
      ok: false,
      problem: 'not_readable',
    })
    expect(await readList(pack(new Map([['xl/x.xml', Buffer.from('<x/>')]])))).toEqual({
      ok: false,
      problem: 'not_readable',
    })
  })
})

describe('a workbook that swells', () => {
  const swollen = Buffer.alloc(MOST_UNPACKED + 1, 0x20)
  const parts = () => workbookParts('<row r="1"><c r="A1"><v>1</v></c></row>')

  /** A zip with one file more, whose packed bytes and told size are given. */
  function withBomb(told: number): Buffer {
    const packed = deflateRawSync(swollen)
    const zip = pack(new Map([...parts(), ['xl/worksheets/sheet9.xml', packed]]))
    for (const sign of ['PK\x03\x04', 'PK\x01\x02']) {
      const at = zip.lastIndexOf(Buffer.from(sign, 'latin1'))
      const facts = at + (sign === 'PK\x03\x04' ? 4 : 6)
      zip.writeUInt16LE(8, facts + 4)
      zip.writeUInt32LE(told, facts + 18)
    }
    return zip
  }

  test('and says so: refused', async () => {
    expect(await readList(withBomb(swollen.length))).toEqual({ ok: false, problem: 'too_large' })
  })
  test('and lies about it: refused while it is unpacked', async () => {
    expect(await readList(withBomb(10))).toEqual({ ok: false, problem: 'too_large' })
  })
  test('in a part that nobody reads: not unpacked', async () => {
    const zip = withBomb(10)
    const name = Buffer.from('xl/worksheets/sheet9.xml')
    for (let at = zip.indexOf(name); at >= 0; at = zip.indexOf(name, at + 1))
      zip.write('xl/media/mmmmmm/image9.b', at)
    expect(await readList(zip)).toEqual({ ok: true, rows: [['1']], sheets: SHEETS })
  })
})

test.each([
  ['in the last row', '<row r="1048576"><c r="J1048576"><v>1</v></c></row>'],
  ['in the last column', '<row r="9000"><c r="XFD9000"><v>1</v></c></row>'],
  ['at an address in disguise', '<row r="1"><c r="A&#49;048576"><v>1</v></c></row>'],
  ['between other quotes', "<row r = '99999999'><c r='A99999999'><v>1</v></c></row>"],
])('a workbook with one cell %s is refused before anything is laid out', async (_, rows) => {
  expect(await readList(aWorkbook(rows))).toEqual({ ok: false, problem: 'too_large' })
})

test('a sheet that says it goes on for ever is as large as its cells', async () => {
  const parts = workbookParts('<row r="1"><c r="A1"><v>1</v></c></row>')
  const sheet = String(parts.get('xl/worksheets/sheet1.xml'))
  const boasting = sheet.replace('<sheetData>', '<dimension ref="A1:XFD1048576"/><sheetData>')
  parts.set('xl/worksheets/sheet1.xml', Buffer.from(boasting))
  expect(await readList(pack(parts))).toEqual({ ok: true, rows: [['1']], sheets: SHEETS })
})

test.each([
  ['an old workbook, or one with a password', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'old_or_locked'],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 0, 7, 9, 0]), 'not_readable'],
  ['more bytes than a list has', Buffer.alloc(MOST_BYTES + 1, 0x61), 'too_large'],
  ['more columns than a list has', Buffer.from(`${'a;'.repeat(250)}\n`), 'too_large'],
  ['more rows than a list has', Buffer.from('a;b\n'.repeat(50_001)), 'too_large'],
  ['a quote that never closes', Buffer.from(`a;b\n"${'c'.repeat(200)}\n`), 'not_readable'],
])('%s is refused', async (_, bytes, problem) => {
  expect(await readList(bytes)).toEqual({ ok: false, problem })
})

test('another sheet than the first, and one that is not there', async () => {
  const bytes = aWorkbook('<row r="1"><c r="A1"><v>1</v></c></row>')
  expect(await readList(bytes, 1)).toEqual({ ok: true, rows: [['2']], sheets: SHEETS })
  expect(await readList(bytes, 2)).toEqual({ ok: false, problem: 'not_readable' })
})
