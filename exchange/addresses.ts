/** Addresses of the web and of the Credential Registry. */
const ADDRESS = /^https?:\/\/[^\s"<>\\^`{|}]+$/i;
const CTID = /^ce-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const RESOURCES = 'https://credentialengineregistry.org/resources/';

export const isAddress = (value: unknown): value is string => typeof value === 'string' && ADDRESS.test(value);
export const isCtid = (value: unknown): value is string => typeof value === 'string' && CTID.test(value);
/** Where the Registry has the record of an identifier; undefined for what is none. */
export const recordOf = (ctid: unknown): string | undefined => (isCtid(ctid) ? RESOURCES + ctid : undefined);
