import type { Timeframe, UploadCheck } from '@projecta/client';
import { useClient } from '../api/client-context.js';
import { type Answer, useAnswer } from '../api/use-answer.js';
import { fileFacts } from './file-facts.js';

/** What an upload says of its file. */
export interface UploadSettings {
  readonly file: File;
  readonly symbol: string;
  /** What the bars must be; undefined for what they are. */
  readonly timeframe: Timeframe | undefined;
  readonly isAdjusted: boolean;
}

/** The options with which a file is sent. */
export function sendOptions({ file, timeframe, isAdjusted }: UploadSettings) {
  return { type: fileFacts(file.name).type, ...(timeframe && { timeframe }), ...(isAdjusted && { adjust: true }) };
}

/** What the service would understand a file as; nothing is stored. */
export function useUploadCheck(settings: UploadSettings): Answer<UploadCheck> {
  const client = useClient();
  const { file, symbol, timeframe, isAdjusted } = settings;
  const key = JSON.stringify([file.name, file.size, file.lastModified, symbol, timeframe, isAdjusted]);
  return useAnswer(key, () => client.datasets.check(symbol, file, sendOptions(settings)));
}
