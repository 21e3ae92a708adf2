/** Whom the sample organisation is made of. Numbers come from ranges that are kept free for fiction. */
export const ORGANISATION = 'Larkspur & Vale';
export const MAIL_DOMAIN = 'larkspur.example';
export const HELP_DESK = { phone: '+44 1632 960100', hours: 'Monday to Friday, 08:00 to 18:00' };

/** By how many people of a hundred work there. */
export const DEPARTMENTS: readonly { name: string; share: number }[] = [
  { name: 'Operations', share: 22 },
  { name: 'Customer Care', share: 18 },
  { name: 'Engineering', share: 16 },
  { name: 'Sales', share: 13 },
  { name: 'Finance', share: 8 },
  { name: 'Marketing', share: 7 },
  { name: 'IT', share: 6 },
  { name: 'People & Culture', share: 5 },
  { name: 'Legal', share: 3 },
  { name: 'Management', share: 2 },
];

const names = (text: string): string[] => text.trim().split(/,\s+/);

export const GIVEN_NAMES = names(`
  Aaliyah, Abdul, Adaeze, Aditi, Agnieszka, Aiko, Akua, Alejandro, Alice, Amara, Amina, Anders, Andrei,
  Anjali, Anneli, António, Arjun, Astrid, Ayşe, Beatriz, Bilal, Birgit, Bongani, Bronwen, Camila,
  Catarina, Chidi, Chloe, Ciarán, Daniel, Deepa, Demetrios, Dmitri, Ebony, Eduardo, Eilidh, Elif, Emeka,
  Emma, Esther, Fatima, Feng, Fiona, Francesca, Gabriel, Giulia, Grace, Gwen, Hana, Haruto, Hassan, Helga,
  Hye-jin, Ibrahim, Ingrid, Isla, Ivan, Jamal, Jana, Jiho, Joana, Jonas, Joseph, Kaito, Kamala, Karim,
  Kateryna, Kenji, Kwame, Lakshmi, Lars, Leila, Lerato, Liam, Linh, Lucía, Magda, Malik, Mariam, Marta,
  Mateo, Mei, Miriam, Mohammed, Nadia, Naledi, Neha, Niamh, Nikolai, Noor, Olga, Oluwaseun, Omar, Paolo,
  Parisa, Pedro, Priya, Quang, Rahul, Rania, Ravi, Rebecca, Rosa, Ruth, Samir, Santiago, Saoirse, Sara,
  Sefa, Siddharth, Sigrún, Simone, Sofia, Søren, Svetlana, Tamar, Tane, Tariq, Thandiwe, Thomas, Tomasz,
  Uchenna, Valentina, Viktor, Wanjiru, Wei, Yara, Yusuf, Zainab, Zoë
`);

export const FAMILY_NAMES = names(`
  Abebe, Acheampong, Adeyemi, Ahmed, Akhtar, Almeida, Andersson, Antonov, Bakker, Bauer, Begum, Bianchi,
  Bondarenko, Botha, Brennan, Campbell, Castillo, Chanda, Chen, Choi, Cohen, Costa, Da Silva, Davies,
  Demir, Dhillon, Dlamini, Dubois, Eriksen, Farouk, Fernández, Fofana, Fraser, García, Ghosh, Goldberg,
  Gupta, Haddad, Hansen, Hashimoto, Horvat, Hussain, Ivanova, Jackson, Jansen, Johansson, Kaplan, Kariuki,
  Kaur, Khan, Kim, Kovács, Kowalska, Kumar, Larsen, Le, Lindqvist, MacDonald, Mahlangu, Marino, Mbeki,
  Mensah, Meyer, Mishra, Morales, Mukherjee, Murphy, Nakamura, Nel, Ng, Nguyen, Novák, Ntuli, O’Connor,
  Okafor, Okonkwo, Osei, Öztürk, Papadopoulos, Park, Patel, Pereira, Petrov, Pillai, Popescu, Rahman,
  Reddy, Rossi, Sánchez, Santos, Sato, Schmidt, Sharma, Shevchenko, Singh, Smith, Sokolova, Suzuki,
  Tanaka, Taylor, Te Whare, Torres, Tran, Van den Berg, Virtanen, Wagner, Walsh, Wang, Williams, Wójcik,
  Yamamoto, Yildiz, Zhang, Zulu
`);
