/** The bytes in lower-case hexadecimal, two digits each. */
export function toHex(bytes: Uint8Array): string {
  let hex = '';
  for (let i = 0; i < bytes.length; i++) hex += (bytes[i]! + 0x100).toString(16).slice(1);
  return hex;
}
