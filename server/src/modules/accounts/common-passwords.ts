// The well-known passwords that are long enough to pass the length rule, lower case. Repetitions of few characters are refused by rule.
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `123456789012 1234567890123 12345678901234 1234567891011 123456789123 1234567890ab 1234567890qwerty 0123456789012 012345678901
   0987654321098 098765432109 987654321098 9876543210123 123123123123 123456123456 123412341234 121212121212 111222333444 112233445566
   102030405060 147258369147 159753159753 741852963741 789456123789 qwertyuiop12 qwertyuiop123 qwertyuiop1234 qwertyuiopas qwertyuiopasdf
   qwertyuiopasdfghjkl qwerty123456 qwerty12345678 qwerty123456789 qwerty1234567 qwertyqwerty qwerqwerqwer qweasdzxc123 qweasdzxcqwe
   qwe123qwe123 qazwsxedcrfv qazwsxedc123 qazwsx123456 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1q2w3e4r5t6y7u8i 1q2w3e4r1q2w 1qaz2wsx3edc
   1qaz2wsx3edc4rfv 1qazxsw23edc zaq12wsxcde3 zaq1zaq1zaq1 asdfghjkl123 asdfghjkl1234 asdfghjklqwe asdfasdfasdf asdasdasdasd asdf12345678
   zxcvbnm12345 zxcvbnm123456 zxcvbnmasdfghjkl zxcvbnmzxcvbnm abcdefghijkl abcdefghijklm abcdefghijklmnop abcdefg12345 abcdefg123456
   abc123456789 abcd12345678 abcd1234abcd abc123abc123 a1b2c3d4e5f6 a1s2d3f4g5h6 aa1234567890 a12345678910 a1234567890b aaaaaa111111
   passwordpassword password1234 password12345 password123456 password1234567 password12345678 password123456789 password1234567890
   password1password1 password0123 password2020 password2021 password2022 password2023 password2024 password2025 password2026
   passw0rd1234 passw0rd12345 passw0rd123456 p4ssw0rd1234 passwordadmin adminpassword adminadmin12 adminadmin123 administrator
   administrator1 administrator123 administrador administrador1 administrador123 admin1234567 admin12345678 admin123456789 admin1234admin
   admin123admin admin123456admin rootrootroot rootpassword changeme1234 changeme12345 changemenow1 changemeplease changemechangeme
   letmeinletmein letmein12345 letmein123456 letmeinplease welcome12345 welcome123456 welcome1welcome1 welcomewelcome welcomehome1
   iloveyou1234 iloveyou12345 iloveyou123456 iloveyouiloveyou iloveyousomuch iloveyouforever iloveyou4ever jesuschrist1 jesusislord1
   ilovejesus123 sunshine1234 sunshine12345 football1234 football12345 baseball1234 basketball1 basketball12 basketball123 superman1234
   superman12345 batmanbatman pokemon12345 starwars1234 startrek1234 princess1234 princess12345 liverpool123 liverpool1234 manchester12
   manchester123 manchesterunited barcelona123 chelsea12345 corinthians1 corinthians123 flamengo1234 flamengo12345 palmeiras123
   palmeiras1234 saopaulo1234 brasil123456 brasilbrasil gremio123456 internacional internacional1 cruzeiro1234 senha1234567 senha12345678
   senha123456789 senhasenha12 senhasenha123 senhasenhasenha minhasenha123 minhasenha1234 mudar1234567 mudarsenha123 trocarsenha123 suporte12345
   suporte123456 empresa12345 empresa123456 secret123456 secretsecret supersecret1 supersecret123 topsecret123 topsecret1234 trustno1trustno1
   monkey123456 dragon123456 dragondragon master123456 masterpassword michael12345 jennifer1234 computer1234 computer12345 internet1234
   internet12345 samsung12345 microsoft123 microsoft1234 windows12345 windowsserver serverserver server123456 support12345 support123456
   helpdesk1234 helpdesk12345 monitoring12 monitoring123 thisismypassword
   thisisapassword mypassword12 mypassword123 mypassword1234 mypasswordis1 ilovemypassword whateverwhatever nothing12345 myspace12345
   facebook1234 facebook12345 linkedin1234 googlegoogle google123456 test12345678 test123456789 testtesttest testpassword testpassword1
   testing12345 testing123456 testing123456789 temp12345678 temporary123 temporary1234 default12345 defaultpassword guest1234567
   user12345678 user123456789 username1234 january12345 february1234 november1234 december1234 summer2024summer winter2024winter
   spring123456 summer123456 autumn123456 winter123456 vigiavigiavigia vigiavigia123 vigia1234567 vigia12345678`
    .trim()
    .split(/\s+/),
);
