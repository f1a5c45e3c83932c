import type { Words } from '../words'

/** Who is signed in, and the way out. */
export function SignOut({ words }: { words: Words }) {
  const { reader, say } = words
  if (!reader) return null
  return (
    <form method="post" action="/sign-out" class="sign-out">
      <span>
        <a href="/account">
          <bdi>{reader.name}</bdi>
        </a>{' '}
        <span class="soft">{say(`sign-in:role.${reader.role}`)}</span>
      </span>
      <button type="submit" class="quiet">
        {say('sign-in:sign_out')}
      </button>
    </form>
  )
}
