/** Where everything goes that the server's account must reach although the project lies in a closed folder. */
export const SYSTEM_FOLDER = '/var/lib/deskhand';
