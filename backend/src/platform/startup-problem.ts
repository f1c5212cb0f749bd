/**
 * Why the product cannot start, said to the person who started it: the message is one sentence that names the cause and
 * the way out. It is printed alone, without a stack.
 */
export class StartupProblem extends Error {
  override readonly name = 'StartupProblem';
}
