import type { NamedReply } from '../../../domain/conversation'
import type { Words } from '../../words'
import type { Sayings } from '../campaign/sayings'

/** Questions and what somebody answered with their name, as rows of a `.facts-list`. */
export function Given({
  reply,
  words,
  asks,
  answers,
}: { reply: Pick<NamedReply, 'dialog' | 'answers'>; words: Words } & Pick<Sayings, 'asks' | 'answers'>) {
  const { dialog } = reply
  return (
    <>
      {Object.entries(reply.answers).map(([question, given]) => (
        <div key={question}>
          <dt>{asks(dialog, question)}</dt>
          <dd>
            <bdi>
              {[given]
                .flat()
                .map(one =>
                  typeof one === 'object' && one !== null
                    ? words.say('people.media')
                    : answers(dialog, question, String(one)),
                )
                .join(', ')}
            </bdi>
          </dd>
        </div>
      ))}
    </>
  )
}
