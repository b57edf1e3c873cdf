import { createDocument } from 'zod-openapi';
import { z } from 'zod/v4';
import { apiFault, leadPage, leadQuery } from './apiSchema';

/** The API described by its own schemas (OpenAPI 3.1). @param server where it is */
export function openApiDocument(server: string): object {
  const fault = (description: string) => ({
    description,
    content: { 'application/json': { schema: apiFault } },
  });
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'assistant: leads for other programs',
      version: '1',
      description:
        'Read only. Members may be added within a version; a reader ignores those it does not know. Holds personal data: whoever copies them erases what is told as erased.',
    },
    servers: [{ url: server }],
    security: [{ token: [] }],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    paths: {
      '/api/v1/leads': {
        get: {
          operationId: 'readLeads',
          summary: 'Leads in the order in which they last changed',
          requestParams: { query: leadQuery },
          responses: {
            '200': { description: 'Leads', content: { 'application/json': { schema: leadPage } } },
            '400': fault('A parameter is wrong'),
            '401': fault('The token is missing or wrong'),
            '429': fault('Too many wrong tokens'),
          },
        },
      },
      '/api/v1/openapi.json': {
        get: {
          operationId: 'readDescription',
          summary: 'This description',
          responses: {
            '200': {
              description: 'OpenAPI 3.1',
              content: { 'application/json': { schema: z.looseObject({}) } },
            },
            '401': fault('The token is missing or wrong'),
          },
        },
      },
    },
  });
}
