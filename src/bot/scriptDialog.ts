import type { ConversationState, DialogRun, Effect } from '../domain/conversation'
import {
  type Advance,
  advance,
  type DialogContext as Circumstances,
  type DialogInput,
} from '../domain/dialog/advance'
import type { Dialog as ScriptedDialog } from '../domain/dialog/definition'
import { findQuestion } from '../domain/dialog/order'
import { withOwnQuestions } from '../domain/dialog/ownQuestion'
import type { Content } from '../ports/content'
import {
  Dialog,
  type DialogContext,
  DialogSet,
  type DialogState,
  newTurnContext,
  type TurnContext,
} from './sdk'

/** What one move of the stack needs, and what came of it. Lives as long as the turn. */
interface Move {
  input: DialogInput
  circumstances: Circumstances
  state: DialogState
  effects: Effect[]
  unheard: boolean
}

const MOVE = Symbol('move')
const moveOf = (turn: TurnContext): Move => turn.turnState.get(MOVE)

/** Runs every dialog of dialogs/: botbuilder keeps the stack, `domain/dialog/advance` decides. */
class ScriptDialog extends Dialog {
  private readonly content: Content

  constructor(id: string, content: Content) {
    super(id)
    this.content = content
  }

  override beginDialog(dc: DialogContext, run?: object) {
    return this.move(dc, run as DialogRun)
  }

  override continueDialog(dc: DialogContext) {
    return this.move(dc, dc.activeDialog?.state as DialogRun)
  }

  private async move(dc: DialogContext, run: DialogRun) {
    const move = moveOf(dc.context)
    const next = this.step(run, move)
    move.effects.push(...next.effects)
    move.unheard = next.unheard ?? false
    if (next.run.question === undefined) return dc.endDialog()
    if (dc.activeDialog) dc.activeDialog.state = next.run
    return Dialog.EndOfTurn
  }

  /** A question that nobody has any more cannot go on: staff look at it, and the person is free for what comes next. */
  private step(run: DialogRun, move: Move): Advance {
    const dialog = dialogOf(this.content, run)
    const lost = run.question !== undefined && !(dialog && findQuestion(dialog, run.question))
    if (dialog && !lost) return advance(dialog, run, move.input, move.circumstances)
    const { question: _, ...over } = run
    return { run: over, effects: [{ do: 'task', kind: 'look', reason: 'dialog_missing' }] }
  }
}

/** The dialog of a run: the version it began with, and what the organiser asked then. */
export const dialogOf = ({ dialog }: Content, run: DialogRun): ScriptedDialog | null =>
  withOwnQuestions(dialog(run.dialog, run.version), run.own)

export interface Stage {
  /** Puts a new run on the empty stack and opens it, or moves the open one. */
  play(
    stack: ConversationState['stack'],
    input: DialogInput,
    circumstances: Circumstances,
    begin?: DialogRun,
  ): Promise<{ stack: ConversationState['stack']; effects: Effect[]; unheard: boolean }>
}

/** botbuilder's DialogSet over our stack, which goes in and comes out as plain JSON. */
export function createStage(content: Content): Stage {
  const dialogs = new DialogSet({
    get: async turn => moveOf(turn).state,
    set: async () => {},
    delete: async () => {},
  })
  const known = new Set(content.dialogs.map(({ id }) => id))
  for (const id of known) dialogs.add(new ScriptDialog(id, content))

  return {
    async play(stack, input, circumstances, begin) {
      const turn = newTurnContext()
      const state: DialogState = { dialogStack: structuredClone(stack) }
      const move: Move = { input, circumstances, state, effects: [], unheard: false }
      turn.turnState.set(MOVE, move)
      const gone = stack.find(({ id }) => !known.has(id))
      if (gone)
        return {
          stack: [],
          effects: [{ do: 'task', kind: 'look', reason: 'dialog_missing' }],
          unheard: false,
        }
      const dc = await dialogs.createContext(turn)
      await (begin ? dc.beginDialog(begin.dialog, begin) : dc.continueDialog())
      return {
        stack: state.dialogStack as ConversationState['stack'],
        effects: move.effects,
        unheard: move.unheard,
      }
    },
  }
}
