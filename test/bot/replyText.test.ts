import { replyText } from '../../src/bot/replyText';

it('joins what a visitor can read: texts, texts of a card, titles of buttons', () => {
  const card = {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [
      { type: 'TextBlock', text: 'Vos coordonnées', wrap: true },
      { type: 'Container', items: [{ type: 'Input.Text', id: 'name', label: 'Nom', placeholder: 'Anne' }] },
    ],
    actions: [{ type: 'Action.Submit', title: 'Envoyer', data: { kind: 'leadForm' } }],
  };
  const reply = replyText([
    {
      text: 'Remplissez :',
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
      suggestedActions: { to: [], actions: [{ type: 'imBack', title: 'Annuler', value: 'Annuler' }] },
    },
  ]);
  expect(reply).toBe('Remplissez : Vos coordonnées Nom Anne Envoyer Annuler');
});
