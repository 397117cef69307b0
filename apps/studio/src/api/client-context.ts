import type { Client } from '@projecta/client';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

export const ClientContext = createContext<Client | undefined>(undefined);

/** The service that the page belongs to. */
export function useClient(): Client {
  const client = useContext(ClientContext);
  if (!client) throw new Error('The page has no client.');
  return client;
}
