/** What the words of a request are sealed for: they open as nothing else. */
export const requestContext = (id: string, part: 'words' | 'contact'): string => `disclosure-request/${id}/${part}`;
