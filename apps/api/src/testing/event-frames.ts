/** The events of a stream that has ended, each with its id; comments and `retry` are left out. */
export function eventFrames(stream: string): object[] {
  return stream
    .split('\n\n')
    .map((frame) => new Map(frame.split('\n').map(fieldOf)))
    .filter((fields) => fields.has('data'))
    .map((fields) => ({ id: Number(fields.get('id')), ...(JSON.parse(fields.get('data')!) as object) }));
}

function fieldOf(line: string): [string, string] {
  const [name = '', ...rest] = line.split(': ');
  return [name, rest.join(': ')];
}
